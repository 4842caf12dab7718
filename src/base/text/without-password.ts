/** What an address may say behind its question mark that nobody else may see. */
const SECRET_PARAMETER = /([?&](?:ssl)?password=)[^&#]*/gi;

/**
 * An address such as a store's, fit to be shown: what stands between `//` and `@` is left out.
 *
 * @example withoutPassword('postgres://me:secret@host/db') === 'postgres://…@host/db'
 */
export function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@').replace(SECRET_PARAMETER, '$1…');
}

/**
 * The same as a command takes it: the user stays, and the password has to come from elsewhere.
 *
 * @example usableWithoutPassword('postgres://me:secret@host/db') === 'postgres://me@host/db'
 */
export function usableWithoutPassword(address: string): string {
  return address.replace(/(\/\/[^@/:]*):[^@/]*@/, '$1@').replace(SECRET_PARAMETER, '$1');
}
