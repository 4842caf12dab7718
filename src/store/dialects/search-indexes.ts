import type { QueryExecutorProvider, RawBuilder, SqlBool } from 'kysely';
import type { SearchQuery, SearchTerm } from '../../prompts/search-query.js';

/** What rows of an index are looked for. */
export interface IndexMatch {
  /**
   * The condition that a row matches and may be read by who has logged in, in a query that calls the index so. It may
   * name the rows that there are now: it is for the next query, and no later one.
   */
  condition(executor: QueryExecutorProvider, alias: string): Promise<RawBuilder<SqlBool>>;
  /** How near such a row is: the less, the nearer. Not to be compared between databases. */
  weight(alias: string): RawBuilder<number>;
}

/** What an index knows of a number. */
export interface IndexEntry {
  readonly number: number;
  /** Folded, one for each field in their order. */
  readonly texts: readonly string[];
}

/**
 * An index over texts, in a table whose `rowid` is the number of what the texts belong to. What its owner's table
 * removes, it forgets.
 */
interface TextIndex {
  readonly table: string;
  create(executor: QueryExecutorProvider): Promise<void>;
  drop(executor: QueryExecutorProvider): Promise<void>;
  /** Writes what is known of numbers, in place of what was known, in one statement. */
  write(executor: QueryExecutorProvider, entries: readonly IndexEntry[]): Promise<void>;
  /** Takes out for good what was written over. */
  purge(executor: QueryExecutorProvider): Promise<void>;
  /**
   * Brings together some of what much writing left in pieces, each of which a search looks into. It belongs into a
   * transaction, which it keeps short.
   *
   * @returns whether there is more of it
   */
  gather(executor: QueryExecutorProvider): Promise<boolean>;
}

/** Finds words, and the beginnings of words. */
export interface WordIndex extends TextIndex {
  /** Rows with all that is asked for and nothing that is excluded; null when a term has no word. */
  all(query: SearchQuery): IndexMatch | null;
  /** The same with all that is asked for in the first field. */
  allInFirst(query: SearchQuery): IndexMatch | null;
  any(terms: readonly SearchTerm[]): IndexMatch;
}

/** Finds parts of words, of three characters or more. */
export interface PartIndex extends TextIndex {
  all(terms: readonly SearchTerm[]): IndexMatch;
  allInFirst(terms: readonly SearchTerm[]): IndexMatch;
}

/** A field of an index, and what a word in it counts. */
export interface IndexField {
  readonly name: string;
  readonly weight: number;
}

/** What an index is over. */
export interface IndexDesign {
  readonly table: string;
  readonly fields: readonly IndexField[];
  /** Whose numbers its rows have. */
  readonly owner: { readonly table: string; readonly column: string };
}

/** The indexes of a store. */
export interface SearchIndexes {
  readonly promptWords: WordIndex;
  readonly promptParts: PartIndex;
  readonly executionWords: WordIndex;
}

const promptFields: readonly IndexField[] = [
  { name: 'name', weight: 20 },
  { name: 'tags', weight: 8 },
  { name: 'description', weight: 4 },
  { name: 'content', weight: 1 },
];
const promptEntries = { table: 'prompt_search_entries', column: 'number' };

export const promptWordsDesign: IndexDesign = {
  table: 'prompt_words',
  fields: promptFields,
  owner: promptEntries,
};

export const promptPartsDesign: IndexDesign = {
  table: 'prompt_parts',
  fields: promptFields,
  owner: promptEntries,
};

export const executionWordsDesign: IndexDesign = {
  table: 'execution_words',
  fields: [
    { name: 'prompt', weight: 8 },
    { name: 'model', weight: 4 },
    { name: 'messages', weight: 1 },
    { name: 'response', weight: 2 },
  ],
  owner: { table: 'executions', column: 'number' },
};
