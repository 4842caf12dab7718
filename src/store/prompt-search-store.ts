import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { PromptId } from '../base/ids.js';
import { findTerms } from '../prompts/find-terms.js';
import type {
  FieldMatch,
  PromptHit,
  PromptQuery,
  PromptSearch,
  SearchCloseness,
} from '../prompts/prompt-search.js';
import { parseSearchQuery, type SearchQuery, type SearchTerm } from '../prompts/search-query.js';
import { type SearchTexts, searchFields } from '../prompts/search-text.js';
import { snippetOf } from '../prompts/snippet.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import type { IndexMatch } from './dialects/search-indexes.js';
import { passesFilter } from './prompt-filter.js';
import { PromptStore } from './prompt-store.js';
import type { Database } from './schema.js';
import { newestContents, searchTexts } from './searched-texts.js';

/** What is found by one way of looking: only so many are weighed, so that a word that is everywhere ends soon. */
const MOST_WEIGHED = 2000;
/** The index of parts knows nothing shorter, in characters. */
const SHORTEST_PART = 3;

/** Searching prompts, by an index of words and one of every three characters. */
export class PromptSearchStore implements PromptSearch {
  readonly #database: Kysely<Database>;
  readonly #prompts: PromptStore;

  constructor(database: Kysely<Database>) {
    this.#database = database;
    this.#prompts = new PromptStore(database);
  }

  /**
   * Looks for an exact name, then for words in names, then for words anywhere, then for parts of words in names
   * and at last for parts anywhere, until there are as many as wanted. Of each, the 2,000 that were made last
   * are weighed against each other, so that a word that most prompts have still ends soon. What is shorter than
   * three characters is found as a word, or as a part of names and tags.
   *
   * @throws SearchQueryError when there is nothing to look for, or too much
   */
  async search(query: PromptQuery): Promise<PromptHit[]> {
    const asked = parseSearchQuery(query.text);
    const found = new Map<PromptId, SearchCloseness>();
    for (const { closeness, look } of this.#waysToLook(asked, query)) {
      // Those found before may come again; as many as are wanted still leave enough others.
      for (const id of await look()) {
        if (!found.has(id) && found.size < query.limit) found.set(id, closeness);
      }
      if (found.size >= query.limit) break;
    }
    return this.#hits(found, asked.terms);
  }

  /** From the nearest to the farthest. */
  #waysToLook(asked: SearchQuery, query: PromptQuery): readonly WayToLook[] {
    const byWords = (match: IndexMatch | null) => () =>
      match === null ? NOTHING : this.#withWords(match, query);
    const { promptWords } = this.#indexes;
    return [
      { closeness: 'exact-name', look: () => this.#named(asked, query) },
      { closeness: 'name', look: byWords(promptWords.allInFirst(asked)) },
      { closeness: 'words', look: byWords(promptWords.all(asked)) },
      { closeness: 'part', look: () => this.#withPartsInName(asked, query) },
      {
        closeness: 'part',
        look: () => this.#withParts((long) => this.#indexes.promptParts.all(long), asked, query),
      },
    ];
  }

  async #named({ name }: SearchQuery, query: PromptQuery): Promise<PromptId[]> {
    const rows = await this.#database
      .selectFrom('prompts as p')
      .select('p.id')
      .where('p.name', '=', name)
      .where(passesFilter(filterOf(query)))
      .orderBy(ownFirst)
      .orderBy('p.id')
      .limit(query.limit)
      .execute();
    return rows.map(({ id }) => id as PromptId);
  }

  async #withWords(match: IndexMatch, query: PromptQuery): Promise<PromptId[]> {
    return this.#nearest(
      sql`
        select w.rowid as number, ${match.weight('w')} as weight from prompt_words as w
        where ${await match.condition(this.#database, 'w')} and ${passes(promptOf('w.rowid'), query)}
        order by w.rowid desc limit ${MOST_WEIGHED}
      `,
      query,
    );
  }

  /**
   * The nearest prompts first.
   *
   * @param weighed the numbers of search entries, each with its weight: the less, the nearer
   */
  async #nearest(weighed: RawBuilder<unknown>, { limit }: PromptQuery): Promise<PromptId[]> {
    const { rows } = await sql<{ id: string }>`
      select p.id from (${weighed}) as c
      cross join prompt_search_entries as e cross join prompts as p
      where e.number = c.number and p.id = e.prompt_id
      order by c.weight, p.name, ${ownFirst}, p.id limit ${limit}
    `.execute(this.#database);
    return rows.map(({ id }) => id as PromptId);
  }

  #withPartsInName(asked: SearchQuery, query: PromptQuery): Promise<PromptId[]> {
    if (asked.terms.every(isShort)) return NOTHING;
    return this.#withParts((long) => this.#indexes.promptParts.allInFirst(long), asked, query);
  }

  /** @param matching where the long terms have to stand */
  async #withParts(
    matching: (long: readonly SearchTerm[]) => IndexMatch,
    asked: SearchQuery,
    query: PromptQuery,
  ): Promise<PromptId[]> {
    const { promptParts, promptWords } = this.#indexes;
    const long = asked.terms.filter((term) => !isShort(term));
    const conditions: RawBuilder<unknown>[] = [];
    if (long.length > 0) conditions.push(await this.#entryIn(promptParts.table, matching(long)));
    for (const term of asked.terms) {
      if (isShort(term)) conditions.push(await this.#hasShort(term));
    }
    if (asked.excluded.length > 0) {
      const unwanted = await this.#entryIn(promptWords.table, promptWords.any(asked.excluded));
      conditions.push(sql`not ${unwanted}`);
    }
    return this.#nearest(
      sql`
        select e.number, 0 as weight from prompt_search_entries as e
        where ${sql.join([...conditions, passes(sql`e.prompt_id`, query)], sql` and `)}
        order by e.number desc limit ${MOST_WEIGHED}
      `,
      query,
    );
  }

  /** A term that the index of parts does not know: it is a word, or stands in the name or a tag. */
  async #hasShort(term: SearchTerm): Promise<RawBuilder<unknown>> {
    const { position } = capabilitiesOf(this.#database);
    const { promptWords } = this.#indexes;
    const inLabels = sql`${position(sql.ref('e.labels'), sql`${term.text}`)} > 0`;
    if (term.words.length === 0) return inLabels;
    const hasWord = await this.#entryIn(promptWords.table, promptWords.any([term]));
    return sql`(${inLabels} or ${hasWord})`;
  }

  async #entryIn(table: string, match: IndexMatch): Promise<RawBuilder<unknown>> {
    const matches = await match.condition(this.#database, 'i');
    return sql`e.number in (select rowid from ${sql.table(table)} as i where ${matches})`;
  }

  get #indexes() {
    return capabilitiesOf(this.#database).search;
  }

  async #hits(
    found: ReadonlyMap<PromptId, SearchCloseness>,
    terms: readonly SearchTerm[],
  ): Promise<PromptHit[]> {
    const ids = [...found.keys()];
    const prompts = new Map((await this.#prompts.withIds(ids)).map((prompt) => [prompt.id, prompt]));
    const contents = await newestContents(this.#database, ids);
    return [...found]
      .flatMap(([id, closeness]) => {
        const prompt = prompts.get(id);
        if (prompt === undefined) return [];
        return [{ prompt, closeness, matches: matchesIn(searchTexts(prompt, contents.get(id)), terms) }];
      })
      .map((hit, at) => ({ ...hit, rank: at + 1 }));
  }
}

interface WayToLook {
  readonly closeness: SearchCloseness;
  readonly look: () => Promise<PromptId[]>;
}

const NOTHING: Promise<PromptId[]> = Promise.resolve([]);

/** A project's own prompts before the global ones. */
const ownFirst = sql<number>`p.project_id is null`;

/** The prompt that a search entry is about. */
function promptOf(number: string): RawBuilder<unknown> {
  return sql`(select n.prompt_id from prompt_search_entries as n where n.number = ${sql.ref(number)})`;
}

/**
 * The condition that a prompt passes the filter. As a value it is asked for those that were found, one by one; as a
 * join, databases might begin with all prompts that pass.
 */
function passes(prompt: RawBuilder<unknown>, query: PromptQuery): RawBuilder<unknown> {
  return sql`(
    select 1 from prompts as p where p.id = ${prompt} and ${passesFilter(filterOf(query))}
  ) is not null`;
}

function filterOf({ text, limit, ...filter }: PromptQuery) {
  return filter;
}

function isShort({ text }: SearchTerm): boolean {
  return [...text].length < SHORTEST_PART;
}

function matchesIn(texts: SearchTexts, terms: readonly SearchTerm[]): FieldMatch[] {
  return searchFields.flatMap((field) => {
    const ranges = findTerms(texts[field], terms);
    return ranges.length === 0 ? [] : [{ field, ...snippetOf(texts[field], ranges) }];
  });
}
