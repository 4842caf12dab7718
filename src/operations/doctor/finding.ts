import type { Finding } from './outputs.js';

export function ok(check: string, says: string): Finding {
  return { check, status: 'ok', says, fix: null };
}

/** Something works less well than it could, or soon will not work. */
export function warning(check: string, says: string, fix: string): Finding {
  return { check, status: 'warning', says, fix };
}

/** Something keeps the program from working. */
export function problem(check: string, says: string, fix: string): Finding {
  return { check, status: 'problem', says, fix };
}
