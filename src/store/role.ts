/** What somebody may do, from the least to the most; each may do what those before it may. */
export const roles = ['reader', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** @example covers('editor', 'reader') === true */
export function covers(role: Role | null, needed: Role): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(needed);
}
