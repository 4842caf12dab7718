import { type QueryExecutorProvider, sql } from 'kysely';
import type { SearchQuery, SearchTerm } from '../../prompts/search-query.js';
import {
  excludedExpression,
  nameExpression,
  partsExpression,
  wordsExpression,
} from '../search-expression.js';
import {
  executionWordsDesign,
  type IndexDesign,
  type IndexEntry,
  type IndexMatch,
  type PartIndex,
  promptPartsDesign,
  promptWordsDesign,
  type SearchIndexes,
  type WordIndex,
} from './search-indexes.js';

/**
 * An FTS5 table (https://sqlite.org/fts5.html). It keeps no texts, which are in the store already: what its columns
 * give is null. The texts come with their letters folded; what the tokenizers fold makes no difference to them.
 */
class Fts5Table {
  readonly table: string;
  readonly #design: IndexDesign;
  readonly #options: string;

  constructor(design: IndexDesign, options: string) {
    this.table = design.table;
    this.#design = design;
    this.#options = options;
  }

  async create(executor: QueryExecutorProvider): Promise<void> {
    const { fields, owner } = this.#design;
    await sql`
      create virtual table ${sql.table(this.table)} using fts5(
        ${sql.raw(fields.map(({ name }) => name).join(', '))},
        content='', contentless_delete=1, ${sql.raw(this.#options)}
      )
    `.execute(executor);
    await sql`
      create trigger ${sql.ref(`${this.table}_removed`)} after delete on ${sql.table(owner.table)} begin
        delete from ${sql.table(this.table)} where rowid = old.${sql.ref(owner.column)};
      end
    `.execute(executor);
  }

  async drop(executor: QueryExecutorProvider): Promise<void> {
    await sql`drop trigger if exists ${sql.ref(`${this.table}_removed`)}`.execute(executor);
    await sql`drop table ${sql.table(this.table)}`.execute(executor);
  }

  async write(executor: QueryExecutorProvider, entries: readonly IndexEntry[]): Promise<void> {
    const columns = sql.raw(this.#design.fields.map(({ name }) => name).join(', '));
    const rows = entries.map(({ number, texts }) => sql`(${number}, ${sql.join(texts)})`);
    await sql`
      insert or replace into ${sql.table(this.table)} (rowid, ${columns}) values ${sql.join(rows)}
    `.execute(executor);
  }

  /** Until then the index has the words in what it has marked as deleted. */
  async purge(executor: QueryExecutorProvider): Promise<void> {
    const table = sql.table(this.table);
    await sql`insert into ${table} (${sql.ref(this.table)}) values ('optimize')`.execute(executor);
  }

  /** Source: https://sqlite.org/fts5.html, section 6.8: as long as a merge changes two rows or more, there is more. */
  async gather(executor: QueryExecutorProvider): Promise<boolean> {
    const before = await changes(executor);
    await sql`
      insert into ${sql.table(this.table)} (${sql.ref(this.table)}, rank) values ('merge', ${-GATHERED_PAGES})
    `.execute(executor);
    return (await changes(executor)) - before >= 2;
  }

  protected matching(expression: string): IndexMatch {
    const weights = sql.raw(this.#design.fields.map(({ weight }) => weight).join(', '));
    return {
      // It gives them from the newest on, and ends when it is told.
      condition: async (_, alias) => sql`${sql.ref(`${alias}.${this.table}`)} match ${expression}`,
      weight: () => sql`bm25(${sql.ref(this.table)}, ${weights})`,
    };
  }

  protected get firstField(): string {
    return this.#design.fields[0]?.name ?? '';
  }
}

/** About 4 MB, less than a tenth of a second. */
const GATHERED_PAGES = 1000;

/** How many rows this connection has changed so far. */
async function changes(executor: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(executor);
  return rows[0]?.changes ?? 0;
}

class Fts5Words extends Fts5Table implements WordIndex {
  all(query: SearchQuery): IndexMatch | null {
    return this.#matchingOrNull(wordsExpression(query));
  }

  allInFirst(query: SearchQuery): IndexMatch | null {
    return this.#matchingOrNull(nameExpression(query));
  }

  any(terms: readonly SearchTerm[]): IndexMatch {
    return this.matching(excludedExpression(terms));
  }

  #matchingOrNull(expression: string | null): IndexMatch | null {
    return expression === null ? null : this.matching(expression);
  }
}

class Fts5Parts extends Fts5Table implements PartIndex {
  all(terms: readonly SearchTerm[]): IndexMatch {
    return this.matching(partsExpression(terms));
  }

  allInFirst(terms: readonly SearchTerm[]): IndexMatch {
    return this.matching(`${this.firstField} : ${partsExpression(terms)}`);
  }
}

const WORDS = "tokenize='unicode61 remove_diacritics 2'";

export const sqliteSearch: SearchIndexes = {
  // Two letters begin so many words that their prefixes have an index of their own.
  promptWords: new Fts5Words(promptWordsDesign, `prefix='2 3', ${WORDS}`),
  promptParts: new Fts5Parts(promptPartsDesign, "tokenize='trigram'"),
  executionWords: new Fts5Words(executionWordsDesign, WORDS),
};
