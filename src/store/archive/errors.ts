import { PromptRunnerError, type Remedy } from '../../base/errors.js';

/** A file that should be an archive of a store is none, or cannot be taken in. */
export class ArchiveError extends PromptRunnerError {
  readonly code: ArchiveFault;
  readonly kind = 'failed';

  constructor(code: ArchiveFault, message: string, remedy: Remedy, cause?: unknown) {
    super(message, remedy, { cause });
    this.code = code;
  }
}

export type ArchiveFault =
  /** The file is something else than an archive of a store. */
  | 'ARCHIVE_NOT_ONE'
  /** The archive ends too early, or something in it was altered. */
  | 'ARCHIVE_DAMAGED'
  /** A newer program wrote the archive. */
  | 'ARCHIVE_TOO_NEW'
  /** The archive, or another backup, may not be read. */
  | 'ARCHIVE_UNREADABLE';

/** There is no such archive or backup. */
export class ArchiveNotFoundError extends PromptRunnerError {
  readonly code = 'ARCHIVE_NOT_FOUND';
  readonly kind = 'not-found';

  constructor(file: string, cause: unknown) {
    super(`There is no file ${file}.`, { hint: 'Name an archive or a backup of a store.' }, { cause });
  }
}

/** The archive's own words are of no use here: somebody may have altered them. */
export function damaged(file: string, why: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'ARCHIVE_DAMAGED',
    `The archive ${file} is damaged: ${why}.`,
    { hint: 'Nothing was taken from it. Take another copy of it, or an earlier one.' },
    cause,
  );
}

export function notAnArchive(file: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    'ARCHIVE_NOT_ONE',
    `${file} is not an archive of a store.`,
    { hint: 'prompt-runner db export writes archives, and so does prompt-runner db backup on a server.' },
    cause,
  );
}

/** Something is in the store that would have to make room. */
export class StoreNotEmptyError extends PromptRunnerError {
  readonly code = 'STORE_NOT_EMPTY';
  readonly kind = 'not-allowed';

  constructor(location: string) {
    super(`The store ${location} is not empty; nothing was imported.`, {
      hint: 'Import into an empty store (--db FILE), or replace what is there with --replace: it is kept beside.',
    });
  }
}
