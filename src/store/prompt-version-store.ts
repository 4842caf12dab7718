import { type Kysely, sql } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { PromptId } from '../base/ids.js';
import type {
  LabelMove,
  Prompt,
  PromptLabel,
  PromptVersion,
  PromptVersionSummary,
} from '../prompts/prompt.js';
import type { VersionChoice } from '../prompts/prompt-reference.js';
import { inChunks } from './in-chunks.js';
import type { NumberedPage } from './page.js';
import {
  labelFromRow,
  labelMoveFromRow,
  versionColumns,
  versionFromRow,
  versionSummaryFromRow,
} from './prompt-row.js';
import type { Database } from './schema.js';
import { contentsUnless, VersionMemory, versionOf } from './version-memory.js';

/** Looking up the versions of prompts and the labels that point to them; the prompt journal writes them. */
export class PromptVersionStore {
  readonly #database: Kysely<Database>;
  readonly #memory: VersionMemory;

  constructor(database: Kysely<Database>, memory = new VersionMemory()) {
    this.#database = database;
    this.#memory = memory;
  }

  /** The versions of a prompt, the newest first: all of them, or a page. */
  async versions(prompt: PromptId, page?: NumberedPage): Promise<PromptVersionSummary[]> {
    let query = this.#database
      .selectFrom('prompt_versions')
      .select([...versionColumns])
      .where('prompt_id', '=', prompt)
      .orderBy('number', 'desc');
    if (page !== undefined) query = query.limit(page.limit);
    if (page?.after !== undefined) query = query.where('number', '<', page.after[0]);
    return (await query.execute()).map(versionSummaryFromRow);
  }

  /** A version of a prompt; undefined when it has none of that number or label. */
  async version(
    prompt: Pick<Prompt, 'id' | 'latest'>,
    choice: VersionChoice,
  ): Promise<PromptVersion | undefined> {
    const search = JSON.stringify(['version', prompt.id, choice]);
    const held = this.#memory.heldFor(search);
    const row = await this.#database
      .selectFrom('prompt_versions as v')
      .select([...versionColumns])
      .select(contentsUnless(held))
      .where('prompt_id', '=', prompt.id)
      .where('number', '=', numberOf(prompt, choice))
      .executeTakeFirst();
    const version = row && versionOf(row, held);
    this.#memory.keep(search, version === undefined ? [] : [version]);
    return version;
  }

  /** The newest version of each prompt. */
  async newestVersions(prompts: readonly Prompt[]): Promise<ReadonlyMap<PromptId, PromptVersion>> {
    const ids = prompts.map(({ id }) => id);
    const rows = await inChunks(ids, (chunk) =>
      this.#database
        .selectFrom('prompts as p')
        .innerJoin('prompt_versions as v', (join) =>
          join.onRef('v.prompt_id', '=', 'p.id').onRef('v.number', '=', 'p.latest'),
        )
        .selectAll('v')
        .where('p.id', 'in', chunk)
        .execute(),
    );
    return new Map(rows.map((row) => [row.prompt_id as PromptId, versionFromRow(row)]));
  }

  /** Where the labels of a prompt point, in the order of the alphabet. */
  async labels(prompt: PromptId): Promise<PromptLabel[]> {
    return (await this.labelsOf([prompt])).get(prompt) ?? [];
  }

  /** The same for several prompts. */
  async labelsOf(prompts: readonly PromptId[]): Promise<ReadonlyMap<PromptId, PromptLabel[]>> {
    const rows = await inChunks(prompts, (chunk) =>
      this.#database
        .selectFrom('prompt_labels')
        .selectAll()
        .where('prompt_id', 'in', chunk)
        .orderBy('prompt_id')
        .orderBy('label')
        .execute(),
    );
    return grouped(rows, ({ prompt_id }) => prompt_id as PromptId, labelFromRow);
  }

  /** Every move of the labels of a prompt, the newest first. */
  async labelMoves(prompt: PromptId): Promise<LabelMove[]> {
    const rows = await this.#database
      .selectFrom('prompt_label_moves')
      .selectAll()
      .where('prompt_id', '=', prompt)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(labelMoveFromRow);
  }
}

function numberOf(prompt: Pick<Prompt, 'id' | 'latest'>, choice: VersionChoice) {
  switch (choice.by) {
    case 'latest':
      return sql<number>`${prompt.latest}`;
    case 'number':
      return sql<number>`${choice.number}`;
    case 'label':
      return sql<number>`(select version from prompt_labels where prompt_id = ${prompt.id} and label = ${choice.label})`;
  }
}
