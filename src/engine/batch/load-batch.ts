import type { ProcessIdentity } from '../../base/process/process-identity.js';
import type { Batch, NewItem } from './batch.js';
import type { BatchJournal } from './batch-journal.js';
import type { DataRow, DataRows } from './data-row.js';
import { LoadInterruptedError } from './errors.js';

/** So many items share a transaction. */
const CHUNK_ITEMS = 2000;
/** And so many characters of data: one row may be long. */
const CHUNK_CHARACTERS = 2_000_000;

export interface LoadPorts {
  readonly journal: Pick<BatchJournal, 'addItems' | 'loaded'>;
  readonly now: () => Date;
}

/**
 * Reads all rows of a batch into the journal, some at a time, so that any number can be read. From then on it runs.
 *
 * @throws BatchStateError when somebody cancels it meanwhile
 * @throws LoadInterruptedError when the signal is aborted; what reading the rows throws
 */
export async function loadBatch(
  { journal, now }: LoadPorts,
  { id, settings }: Pick<Batch, 'id' | 'settings'>,
  loader: ProcessIdentity,
  rows: DataRows,
  signal: AbortSignal,
): Promise<void> {
  for await (const chunk of inChunks(itemsOf(rows, settings.repeat))) {
    if (signal.aborted) throw new LoadInterruptedError();
    await journal.addItems(id, loader, chunk, now());
  }
  await journal.loaded(id, loader, now());
}

/** Row by row, repetition by repetition within a row. */
async function* itemsOf(rows: DataRows, repeat: number): AsyncGenerator<NewItem> {
  let position = 0;
  for await (const row of rows) {
    for (let repetition = 1; repetition <= repeat; repetition++) {
      position++;
      yield { position, row: row.row, repetition, ...contentOf(row) };
    }
  }
}

function contentOf(row: DataRow): Pick<NewItem, 'input' | 'problem'> {
  return 'fault' in row ? { input: {}, problem: row.fault } : { input: row.values, problem: null };
}

async function* inChunks(items: AsyncIterable<NewItem>): AsyncGenerator<readonly NewItem[]> {
  let chunk: NewItem[] = [];
  let characters = 0;
  for await (const item of items) {
    chunk.push(item);
    characters += charactersOf(item);
    if (chunk.length < CHUNK_ITEMS && characters < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = [];
    characters = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** About: what is no text is mostly short. */
function charactersOf({ input }: NewItem): number {
  let characters = 0;
  for (const value of Object.values(input)) {
    characters += typeof value === 'string' ? value.length : JSON.stringify(value).length;
  }
  return characters;
}
