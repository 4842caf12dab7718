/**
 * SHA-256 in hexadecimal. The crypto module is fetched at the first call: it takes milliseconds to load,
 * and most commands need no checksum.
 */
export function sha256(bytes: Uint8Array | string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');
}
