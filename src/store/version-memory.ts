import { type AliasedRawBuilder, sql } from 'kysely';
import type { PromptVersionId } from '../base/ids.js';
import type { PromptVersion } from '../prompts/prompt.js';
import type { PromptContent } from '../prompts/prompt-content.js';
import { versionSummaryFromRow } from './prompt-row.js';
import type { PromptVersionsTable } from './schema.js';
import { storedContent } from './stored-content.js';

/** How much is remembered: of contents, in bytes as prompts count them. */
const MOST_BYTES = 16 * 1024 * 1024;
/** What a search takes besides, about; in bytes. */
const SEARCH_BYTES = 500;
const CONTENT = ['messages', 'variables', 'settings'] as const;

/** What a search came to the last time, by the ids of versions. */
export type HeldContents = ReadonlyMap<PromptVersionId, PromptContent>;

/** A version's row, without the content where that is held. */
export type VersionRow = Omit<PromptVersionsTable, (typeof CONTENT)[number]> &
  Readonly<Record<(typeof CONTENT)[number], string | null>>;

/**
 * The contents of prompts' versions, which never change: a content is read once, and after that only which version
 * is meant. The database decides that each time, in the same query that would bring the content; it is told what is
 * held, and leaves that out.
 */
export class VersionMemory {
  readonly #searches = new Map<string, readonly PromptVersion[]>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** The contents of what a search came to the last time. */
  heldFor(search: string): HeldContents {
    const versions = this.#searches.get(search) ?? [];
    return new Map(versions.map(({ id, content }) => [id, content]));
  }

  /** Remembers what a search came to. The searches that came to something new longest ago give way. */
  keep(search: string, versions: readonly PromptVersion[]): void {
    const before = this.#searches.get(search);
    if (before !== undefined && isSame(before, versions)) return;
    this.#forget(search);
    if (versions.length === 0) return;
    this.#searches.set(search, versions);
    this.#bytes += sizeOf(search, versions);
    for (const [oldest] of this.#searches) {
      if (this.#bytes <= this.#mostBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(search: string): void {
    const versions = this.#searches.get(search);
    if (versions === undefined) return;
    this.#searches.delete(search);
    this.#bytes -= sizeOf(search, versions);
  }
}

/** The columns of the content of `v`, empty for the versions that are held. */
export function contentsUnless(
  held: HeldContents,
): AliasedRawBuilder<string | null, (typeof CONTENT)[number]>[] {
  const ids = [...held.keys()];
  return CONTENT.map((column) => {
    const whole = sql.ref<string | null>(`v.${column}`);
    if (ids.length === 0) return sql<string | null>`${whole}`.as(column);
    return sql<string | null>`case when v.id in (${sql.join(ids)}) then null else ${whole} end`.as(column);
  });
}

/**
 * A version of a row whose content may be held.
 *
 * @throws StoreUnavailableError when its content is damaged
 */
export function versionOf(row: VersionRow, held: HeldContents): PromptVersion {
  const summary = versionSummaryFromRow(row);
  const { prompt_id, messages, variables, settings } = row;
  const content = held.get(summary.id);
  const read = { prompt_id, messages: messages ?? '', variables: variables ?? '', settings: settings ?? '' };
  return { ...summary, content: content ?? storedContent(read) };
}

function isSame(some: readonly PromptVersion[], others: readonly PromptVersion[]): boolean {
  return some.length === others.length && some.every(({ id }, at) => id === others[at]?.id);
}

function sizeOf(search: string, versions: readonly PromptVersion[]): number {
  return versions.reduce((bytes, { size }) => bytes + size, SEARCH_BYTES + search.length);
}
