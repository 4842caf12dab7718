/** What an address may say behind its question mark that nobody else may see. */
const SECRET_PARAMETER = /([?&](?:ssl)?password=)[^&#]*/gi;
/** Up to the last `@`: a password that should have been encoded may have signs of an address in it. */
const SERVER_USER = /\b((?:postgres(?:ql)?|rediss?):\/\/)\S*@/gi;

/**
 * An address such as a store's, fit to be shown: what stands between `//` and `@` is left out.
 *
 * @example withoutPassword('postgres://me:secret@host/db') === 'postgres://…@host/db'
 */
export function withoutPassword(address: string): string {
  return address
    .replace(SERVER_USER, '$1…@')
    .replace(/\/\/[^@/]*@/, '//…@')
    .replace(SECRET_PARAMETER, '$1…');
}

/**
 * The same as a command takes it: the user stays, and the password has to come from elsewhere.
 *
 * @example usableWithoutPassword('postgres://me:secret@host/db') === 'postgres://me@host/db'
 */
export function usableWithoutPassword(address: string): string {
  return address.replace(/(\/\/[^@/:]*):[^@/]*@/, '$1@').replace(SECRET_PARAMETER, '$1');
}
