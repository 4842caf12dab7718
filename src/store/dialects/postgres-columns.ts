import { type QueryExecutorProvider, sql } from 'kysely';
import type { FoundColumns, WantedColumns } from './capabilities.js';

/**
 * Each column comes as one value: a list as the server sends it in binary, which is quicker made than a text or a value
 * of all columns. An aggregate takes the rows of a sorted query in their order
 * (https://www.postgresql.org/docs/current/functions-aggregate.html).
 */
export async function columnsIn(
  executor: QueryExecutorProvider,
  { query, text, numbers }: WantedColumns,
): Promise<FoundColumns> {
  const lists = [sql`${sql.ref(text)}`, ...numbers.map((name) => sql`${sql.ref(name)}::float8`)].map(
    (value, at) => sql`array_send(array_agg(${value})) as ${sql.ref(String(at))}`,
  );
  const { rows } = await sql<Record<string, Uint8Array | null>>`
    select ${sql.join(lists)} from (${query}) as rows
  `.execute(executor);
  const [found = {}] = rows;
  return {
    runs: runsIn(new SentList(found[0])),
    numbers: numbers.map((_, at) => numbersIn(new SentList(found[at + 1]))),
  };
}

/** Where the entries of a list of one dimension begin: behind five numbers that tell of it, the fourth its length. */
const HEADER_BYTES = 20;
const LENGTH_AT = 12;
const BYTES_OF_LENGTH = 4;

/** A list as `array_send` of the server's source has it: each entry is its length in bytes, and then these. */
class SentList {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** How many entries there are. */
  readonly length: number;

  constructor(sent: Uint8Array | null | undefined) {
    this.bytes = sent ?? new Uint8Array();
    this.view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    this.length = this.bytes.length === 0 ? 0 : this.view.getInt32(LENGTH_AT);
  }

  /** The length of the entry that begins there, in bytes. */
  sizeAt(place: number): number {
    return this.view.getInt32(place);
  }
}

function numbersIn({ view, length }: SentList): Float64Array {
  const numbers = new Float64Array(length);
  const width = BYTES_OF_LENGTH + Float64Array.BYTES_PER_ELEMENT;
  for (let at = 0; at < length; at++)
    numbers[at] = view.getFloat64(HEADER_BYTES + BYTES_OF_LENGTH + at * width);
  return numbers;
}

function runsIn(texts: SentList): Int32Array {
  const runs = new Int32Array(texts.length);
  let [run, before, place] = [0, -1, HEADER_BYTES];
  for (let at = 0; at < texts.length; at++) {
    if (before < 0 || !isSame(texts, before, place)) run++;
    runs[at] = run;
    before = place;
    place += BYTES_OF_LENGTH + texts.sizeAt(place);
  }
  return runs;
}

/** Whether two entries are the same text: with their lengths before them, byte for byte. */
function isSame(texts: SentList, one: number, other: number): boolean {
  const { bytes } = texts;
  const size = BYTES_OF_LENGTH + texts.sizeAt(one);
  for (let at = 0; at < size; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}
