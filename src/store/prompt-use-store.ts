import { type Kysely, sql } from 'kysely';
import type { ProjectId, PromptId } from '../base/ids.js';
import type { Prompt } from '../prompts/prompt.js';
import type { Database } from './schema.js';

/** A place where a prompt is brought in by another. */
export interface PromptUse {
  readonly prompt: Pick<Prompt, 'id' | 'name' | 'project'>;
  /** The version that brings it in. */
  readonly version: number;
  /** What it asks for: a version, a label, or nothing for the newest. */
  readonly asked: string;
}

/** Looking up what prompts are used for. */
export class PromptUseStore {
  readonly #database: Kysely<Database>;

  constructor(database: Kysely<Database>) {
    this.#database = database;
  }

  /** The prompts whose newest or labelled versions bring a name in, by name. */
  async usesOf(name: string, limit: number): Promise<PromptUse[]> {
    const rows = await this.#database
      .selectFrom('prompt_references as r')
      .innerJoin('prompt_versions as v', 'v.id', 'r.version_id')
      .innerJoin('prompts as p', 'p.id', 'v.prompt_id')
      .leftJoin('projects', 'projects.id', 'p.project_id')
      .select([
        'p.id',
        'p.name',
        'p.project_id',
        'projects.name as project_name',
        'v.number',
        'r.version as asked',
      ])
      .where('r.name', '=', name)
      .where('p.deleted_at', 'is', null)
      .where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('v.number', '=', eb.ref('p.latest')),
          exists(
            selectFrom('prompt_labels as l')
              .select('l.label')
              .whereRef('l.prompt_id', '=', 'p.id')
              .whereRef('l.version', '=', 'v.number'),
          ),
        ]),
      )
      .orderBy('p.name')
      .orderBy('v.number', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      prompt: {
        id: row.id as PromptId,
        name: row.name,
        project:
          row.project_id === null
            ? null
            : { id: row.project_id as ProjectId, name: row.project_name ?? row.project_id },
      },
      version: row.number,
      asked: row.asked,
    }));
  }

  /** How many sessions have a prompt that was made from one of its versions. */
  async sessionsThatUsed(prompt: PromptId): Promise<number> {
    const row = await this.#database
      .selectFrom('prompt_versions as v')
      .innerJoin('phase_prompt_versions as u', 'u.version_id', 'v.id')
      .innerJoin('orchestration_phases as a', 'a.id', 'u.attempt_id')
      .select(sql<number>`count(distinct a.session_id)`.as('count'))
      .where('v.prompt_id', '=', prompt)
      .executeTakeFirstOrThrow();
    return Number(row.count);
  }
}
