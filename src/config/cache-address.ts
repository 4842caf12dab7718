/** What the setting `cache` says where answers that are given again come from the store alone. */
export const STORE_ALONE = 'store';

/**
 * Where copies of cached answers are kept, as the setting says it: `store`, or the address of a Redis.
 *
 * @returns undefined for what is neither
 * @example cacheAddress('redis://localhost:6379/2') === 'redis://localhost:6379/2'
 */
export function cacheAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const address = value.trim();
  return address === STORE_ALONE || isRedis(address) ? address : undefined;
}

function isRedis(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, pathname, username, password } = new URL(address);
  const isServer = protocol === 'redis:' || protocol === 'rediss:';
  return isServer && hostname !== '' && /^(?:\/\d{0,5})?$/.test(pathname) && isEncoded(username + password);
}

/** Whether every `%` in it stands for a character. */
function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
