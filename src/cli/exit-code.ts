import type { ErrorKind } from '../base/errors.js';

/** The exit codes that scripts can rely on. */
export const exitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  notAllowed: 4,
  partly: 5,
  interrupted: 130,
} as const;

const codeOfKind: Readonly<Record<ErrorKind, number>> = {
  failed: exitCode.failed,
  usage: exitCode.usage,
  'not-found': exitCode.notFound,
  'not-allowed': exitCode.notAllowed,
  interrupted: exitCode.interrupted,
};

export function exitCodeOf(kind: ErrorKind): number {
  return codeOfKind[kind];
}
