/** Why the system does not write a file, in words, and what to do about it. */
export interface WriteRefusal {
  readonly reason: string;
  readonly hint: string;
}

/** The system's refusal as a person reads it; null when the error is another one. */
export function writeRefusal(error: unknown): WriteRefusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return refusals[code] ?? null;
}

const denied: WriteRefusal = { reason: 'permission denied', hint: 'Name a folder that you may write to.' };
const noRoom: WriteRefusal = {
  reason: 'there is no room for it',
  hint: 'Make room, or name a folder on another disk.',
};

const refusals: Readonly<Record<string, WriteRefusal>> = {
  ENOTDIR: {
    reason: 'a file stands where a folder should be',
    hint: 'Name a file in another folder.',
  },
  EACCES: denied,
  EPERM: denied,
  EROFS: { reason: 'the disk is read-only', hint: 'Name a folder on another disk.' },
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EFBIG: noRoom,
  ELOOP: { reason: 'its links lead in a circle', hint: 'Name another file.' },
  ENAMETOOLONG: { reason: 'the name is too long', hint: 'Give a shorter name.' },
  ERR_INVALID_ARG_VALUE: {
    reason: 'the name holds a character that no file may have',
    hint: 'Give a plain name.',
  },
};
