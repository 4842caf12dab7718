import type { ProjectId } from '../base/ids.js';
import type { Prompt } from './prompt.js';
import type { SearchField } from './search-text.js';
import type { Snippet } from './snippet.js';

/** What to look for among the prompts, and where. */
export interface PromptQuery {
  /** As somebody typed it; see `parseSearchQuery`. */
  readonly text: string;
  /** A project's prompts with the global ones, the global ones alone (null), or those of all projects. */
  readonly scope?: ProjectId | null | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
  readonly category?: string | undefined;
  readonly featureType?: string | undefined;
  readonly isTemplate?: boolean | undefined;
  /** Prompts of these projects, or global ones, that are left out. */
  readonly hidden?: { readonly projects: readonly ProjectId[]; readonly global: boolean } | undefined;
  /** How many are wanted, from 1. */
  readonly limit: number;
}

/**
 * How near a prompt comes to what was searched: it is called just that, all the words are in its name, all the
 * words are somewhere in it, or what was typed stands within its words.
 */
export type SearchCloseness = 'exact-name' | 'name' | 'words' | 'part';

/** A prompt that was found. */
export interface PromptHit {
  readonly prompt: Prompt;
  /** Its place among those found, from 1. */
  readonly rank: number;
  readonly closeness: SearchCloseness;
  /** Where something of the search stands in it, in the order of the fields. */
  readonly matches: readonly FieldMatch[];
}

/** A field in which something of a search stands, and the passage where. */
export interface FieldMatch extends Snippet {
  /** Tags are one text, divided by commas. */
  readonly field: SearchField;
}

/**
 * Searching prompts, whatever keeps them. Names, tags, descriptions and the newest versions are searched;
 * deleted prompts are not found.
 */
export interface PromptSearch {
  /**
   * The prompts that have all that is looked for, the nearest first.
   *
   * @throws SearchQueryError when there is nothing to look for, or too much
   * @example
   * await search.search({ text: 'review api', scope: null, limit: 20 });
   */
  search(query: PromptQuery): Promise<PromptHit[]>;
}
