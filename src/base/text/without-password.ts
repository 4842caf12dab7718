/**
 * An address such as a store's, fit to be shown: what stands between `//` and `@` is left out.
 *
 * @example withoutPassword('postgres://me:secret@host/db') === 'postgres://…@host/db'
 */
export function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}
