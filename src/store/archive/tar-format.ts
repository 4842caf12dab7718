/** The blocks that a tar file is made of (POSIX.1-1988, "ustar"), in bytes. */
export const BLOCK = 512;

/** Eleven octal digits. */
export const MOST_ENTRY_BYTES = 8 ** 11 - 1;

/** Where the fields of a header stand: offset and length. */
const fields = {
  name: [0, 100],
  mode: [100, 8],
  owner: [108, 8],
  group: [116, 8],
  size: [124, 12],
  time: [136, 12],
  checksum: [148, 8],
  kind: [156, 1],
  magic: [257, 8],
} as const;

const MAGIC = 'ustar\x0000';
const PLAIN_FILE = '0';

export interface TarHeader {
  readonly name: string;
  /** Bytes of the file. */
  readonly size: number;
}

/**
 * The block that stands before a plain file, which only its owner may read.
 *
 * @param name ASCII, at most 100 characters
 */
export function writeTarHeader({ name, size }: TarHeader, at: Date): Buffer {
  if (name.length > fields.name[1] || size > MOST_ENTRY_BYTES)
    throw new RangeError(`tar cannot hold ${name}`);
  const block = Buffer.alloc(BLOCK);
  const put = (field: keyof typeof fields, text: string) => block.write(text, fields[field][0], 'latin1');
  put('name', name);
  put('mode', octal(0o600, 7));
  put('owner', octal(0, 7));
  put('group', octal(0, 7));
  put('size', octal(size, 11));
  put('time', octal(Math.max(0, Math.floor(at.getTime() / 1000)), 11));
  put('kind', PLAIN_FILE);
  put('magic', MAGIC);
  put('checksum', `${octal(checksumOf(block), 6)}\0 `);
  return block;
}

/** What fills the last block of a file. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc(paddingBytes(size));
}

export function paddingBytes(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

/** What stands at the end of all files. */
export const tarEnd = Buffer.alloc(2 * BLOCK);

/** Reads a header; null for the empty block at the end, and undefined for what is no header of a plain file. */
export function readTarHeader(block: Buffer): TarHeader | null | undefined {
  if (block.every((byte) => byte === 0)) return null;
  const text = (field: keyof typeof fields) => {
    const [from, length] = fields[field];
    return block.toString('latin1', from, from + length);
  };
  const size = /^[0-7]{1,11}[\0 ]+$/.exec(text('size'));
  const checksum = Number.parseInt(text('checksum'), 8);
  if (text('magic') !== MAGIC || text('kind') !== PLAIN_FILE || size === null) return undefined;
  if (checksum !== checksumOf(block)) return undefined;
  return { name: text('name').replace(/\0.*$/s, ''), size: Number.parseInt(size[0], 8) };
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/** The sum of all bytes, with spaces in place of the sum itself. */
function checksumOf(block: Buffer): number {
  const [from, length] = fields.checksum;
  return block.reduce((sum, byte, at) => sum + (at >= from && at < from + length ? 0x20 : byte), 0);
}
