/**
 * Whether a location names a server rather than a file.
 *
 * @example isAddress('postgres://me@host/db') === true
 */
export function isAddress(location: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
}
