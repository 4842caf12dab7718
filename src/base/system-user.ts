import { userInfo } from 'node:os';

/**
 * The name of the user whose process this is. In a container it may run under a number that no one has a name
 * for; the number stands for it then.
 */
export function systemUser(lookUp: () => { readonly username: string } = userInfo): string {
  try {
    return lookUp().username;
  } catch {
    return `user-${process.getuid?.() ?? 'unknown'}`;
  }
}
