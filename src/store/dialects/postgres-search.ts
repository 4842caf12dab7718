import { type QueryExecutorProvider, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SearchQuery, SearchTerm } from '../../prompts/search-query.js';
import { wordsOf } from '../../prompts/search-text.js';
import {
  executionWordsDesign,
  type IndexDesign,
  type IndexEntry,
  type IndexField,
  type IndexMatch,
  type PartIndex,
  promptPartsDesign,
  promptWordsDesign,
  type SearchIndexes,
  type WordIndex,
} from './search-indexes.js';

/** What a field's words are marked with (https://www.postgresql.org/docs/current/textsearch-controls.html). */
const MARKS = ['A', 'B', 'C', 'D'] as const;
/** A vector takes a megabyte; a word in it less than 2 kB, and its place is counted no further than this. */
const MOST_VECTOR_BYTES = 900_000;
const MOST_WORD_BYTES = 2000;
const MOST_PLACES = 16_383;

abstract class IndexTable {
  readonly table: string;
  protected readonly design: IndexDesign;

  constructor(design: IndexDesign) {
    this.table = design.table;
    this.design = design;
  }

  async create(executor: QueryExecutorProvider): Promise<void> {
    const { owner } = this.design;
    await sql`
      create table ${sql.table(this.table)} (
        rowid bigint primary key references ${sql.table(owner.table)} (${sql.ref(owner.column)}) on delete cascade,
        ${sql.raw(this.columns)}
      )
    `.execute(executor);
    await sql`
      create index ${sql.ref(`${this.table}_index`)} on ${sql.table(this.table)} using gin (${sql.ref(this.indexed)})
    `.execute(executor);
  }

  async drop(executor: QueryExecutorProvider): Promise<void> {
    await sql`drop table ${sql.table(this.table)}`.execute(executor);
  }

  /** What was written over is gone with the next vacuum, as in every table. */
  async purge(): Promise<void> {}

  /** There is one piece only. */
  async gather(): Promise<boolean> {
    return false;
  }

  protected abstract readonly columns: string;
  protected abstract readonly indexed: string;
}

/** Words with their places and fields, as a text search vector that we make, so that a word is what it is elsewhere. */
class VectorTable extends IndexTable implements WordIndex {
  protected readonly columns = 'words tsvector not null';
  protected readonly indexed = 'words';

  async write(executor: QueryExecutorProvider, entries: readonly IndexEntry[]): Promise<void> {
    const rows = entries.map(({ number, texts }) => sql`(${number}, ${vectorOf(texts)}::tsvector)`);
    await sql`
      insert into ${sql.table(this.table)} (rowid, words) values ${sql.join(rows)}
      on conflict (rowid) do update set words = excluded.words
    `.execute(executor);
  }

  all(query: SearchQuery): IndexMatch | null {
    return this.#matchingAll(query, '');
  }

  allInFirst(query: SearchQuery): IndexMatch | null {
    return this.#matchingAll(query, MARKS[0]);
  }

  any(terms: readonly SearchTerm[]): IndexMatch {
    return this.#matching(terms.map((term) => phrase(term, '')).join(' | '));
  }

  #matchingAll({ terms, excluded }: SearchQuery, mark: string): IndexMatch | null {
    if (terms.some(({ words }) => words.length === 0)) return null;
    const wanted = terms.map((term) => phrase(term, mark));
    const unwanted = excluded.map((term) => `!${phrase(term, '')}`);
    return this.#matching([...wanted, ...unwanted].join(' & '));
  }

  #matching(expression: string): IndexMatch {
    const words = (alias: string) => sql.ref(`${alias}.words`);
    const query = sql`${expression}::tsquery`;
    const weights = sql.raw(this.#weights().join(', '));
    return {
      condition: async (executor, alias) =>
        (await oneOfFew(executor, alias, { name: `find_${this.table}`, asked: query })) ??
        sql`${words(alias)} @@ ${query}`,
      weight: (alias) => sql`-ts_rank(array[${weights}]::real[], ${words(alias)}, ${query})`,
    };
  }

  /** From the last mark to the first, the largest as 1. */
  #weights(): number[] {
    const weights = this.design.fields.map(({ weight }) => weight);
    return weights.map((weight) => weight / Math.max(...weights)).reverse();
  }
}

/** Every three characters that follow each other, as numbers, and the texts to look again. */
class PartTable extends IndexTable implements PartIndex {
  protected readonly columns: string;
  protected readonly indexed = 'parts';

  constructor(design: IndexDesign) {
    super(design);
    this.columns = [
      'parts integer[] not null',
      ...design.fields.map(({ name }) => `${name} text not null`),
    ].join(', ');
  }

  async write(executor: QueryExecutorProvider, entries: readonly IndexEntry[]): Promise<void> {
    const names = this.design.fields.map(({ name }) => name);
    const columns = sql.raw(names.join(', '));
    const updates = sql.raw(['parts', ...names].map((name) => `${name} = excluded.${name}`).join(', '));
    const rows = entries.map(({ number, texts }) => {
      const parts = [...new Set(texts.flatMap(partsOf))];
      return sql`(${number}, ${arrayOf(parts)}::integer[], ${sql.join(texts)})`;
    });
    await sql`
      insert into ${sql.table(this.table)} (rowid, parts, ${columns}) values ${sql.join(rows)}
      on conflict (rowid) do update set ${updates}
    `.execute(executor);
  }

  all(terms: readonly SearchTerm[]): IndexMatch {
    return this.#containing(terms, 'find_prompt_parts', this.design.fields);
  }

  allInFirst(terms: readonly SearchTerm[]): IndexMatch {
    return this.#containing(terms, 'find_prompt_names', this.design.fields.slice(0, 1));
  }

  #containing(terms: readonly SearchTerm[], find: string, fields: readonly IndexField[]): IndexMatch {
    const parts = sql`${arrayOf([...new Set(terms.flatMap(({ text }) => partsOf(text)))])}::integer[]`;
    const texts = sql.join(terms.map(({ text }) => text));
    return {
      condition: async (executor, alias) =>
        (await oneOfFew(executor, alias, { name: find, asked: sql`${parts}, array[${texts}]::text[]` })) ??
        sql`(${sql.ref(`${alias}.parts`)} @> ${parts} and ${sql.join(terms.map(stands(alias, fields)), sql` and `)})`,
      weight: () => sql`0`,
    };
  }
}

/** The condition that a term stands in one of some fields. */
const stands =
  (alias: string, fields: readonly IndexField[]) =>
  ({ text }: SearchTerm): RawBuilder<SqlBool> => {
    const places = fields.map(({ name }) => sql`strpos(${sql.ref(`${alias}.${name}`)}, ${text}) > 0`);
    return sql`(${sql.join(places, sql` or `)})`;
  };

/** Of so many rows it takes as long to read all of them as to go through the table until enough are found. */
const FEW = 20_000;
/** So many are fetched from where they lie. Of more, the newest are wanted, and places are in no order. */
const FETCHED = 2000;

/** A function of the server that finds rows of an index, and what it is asked. */
interface Find {
  readonly name: string;
  readonly asked: RawBuilder<unknown>;
}

/**
 * The server takes every beginning of a word for as common as any other, and asks policies before an index. Left alone
 * it goes through the whole table, however few rows match. Few are therefore looked up first, all of them.
 *
 * @returns the condition that a row is one of those; null when there are more
 */
async function oneOfFew(
  executor: QueryExecutorProvider,
  alias: string,
  { name, asked }: Find,
): Promise<RawBuilder<SqlBool> | null> {
  const { rows } = await sql<{ numbers: string | null; places: string | null }>`
    with found as materialized (
      select coalesce(array_agg(f.number), '{}') as numbers, array_agg(f.place) as places
      from ${sql.table(name)}(${asked}, ${FEW + 1}) as f
    )
    select
      case when cardinality(found.numbers) <= ${FEW} then found.numbers::text end as numbers,
      case when cardinality(found.numbers) <= ${FETCHED} then found.places::text end as places
    from found
  `.execute(executor);
  const { numbers, places } = rows[0] ?? { numbers: null, places: null };
  if (numbers === null) return null;
  const number = sql.ref(`${alias}.rowid`);
  if (places === null) return sql`${number} = any(${numbers}::bigint[])`;
  // Another row may lie there by now. As a sum, the number is not what rows are looked up by.
  return sql`(${sql.ref(`${alias}.ctid`)} = any(${places}::tid[]) and ${number} + 0 = any(${numbers}::bigint[]))`;
}

/** A vector in the words of its type: each word with the places where it stands, and its field's mark. */
function vectorOf(texts: readonly string[]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  let bytes = 0;
  for (const [field, text] of texts.entries()) {
    // Words of two fields do not follow each other.
    place += 2;
    for (const { word } of wordsOf(text)) {
      const size = Buffer.byteLength(word);
      if (size > MOST_WORD_BYTES) continue;
      const known = places.get(word);
      bytes += (known === undefined ? size : 0) + 4;
      if (bytes > MOST_VECTOR_BYTES) break;
      place = Math.min(place + 1, MOST_PLACES);
      const marked = `${place}${MARKS[field] ?? 'D'}`;
      if (known === undefined) places.set(word, [marked]);
      else known.push(marked);
    }
  }
  return Array.from(places, ([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
}

/** The words of a term, one after the other. */
function phrase({ words, isPrefix }: SearchTerm, mark: string): string {
  const last = words.length - 1;
  const marked = words.map((word, at) => {
    const flags = (isPrefix && at === last ? '*' : '') + mark;
    return quoted(word) + (flags === '' ? '' : `:${flags}`);
  });
  return `(${marked.join(' <-> ')})`;
}

function quoted(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Parts that have the same number by chance do no harm: the texts are looked at again. */
function partsOf(text: string): number[] {
  const characters = [...text];
  const parts = new Set<number>();
  for (let at = 0; at + 3 <= characters.length; at++) {
    let hash = 0;
    for (const character of characters.slice(at, at + 3)) {
      hash = (Math.imul(hash, 1_000_003) + (character.codePointAt(0) ?? 0)) | 0;
    }
    parts.add(hash);
  }
  return [...parts];
}

function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}

export const postgresSearch: SearchIndexes = {
  promptWords: new VectorTable(promptWordsDesign),
  promptParts: new PartTable(promptPartsDesign),
  executionWords: new VectorTable(executionWordsDesign),
};
