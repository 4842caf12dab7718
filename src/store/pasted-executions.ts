import { type QueryExecutorProvider, sql } from 'kysely';
import { type AttemptId, executionIdFor } from '../base/ids.js';
import type { Step } from '../engine/session/step.js';

/** An answer that somebody brought, as an attempt has it. */
export interface PastedAnswer {
  readonly attempt: AttemptId;
  readonly session: string;
  readonly project: string | null;
  readonly step: Step;
  readonly part: number | null;
  readonly actor: string;
  readonly at: string;
}

/**
 * Puts a pasted answer on record as an execution of its attempt, which keeps the text. Its id follows from the
 * attempt's, so that a session that is taken in again has the same ones.
 *
 * The migration that makes the tables fills them by this, too: one that changes them has to leave it a copy.
 */
export async function insertPasted(executor: QueryExecutorProvider, pasted: PastedAnswer): Promise<void> {
  const id = executionIdFor(pasted.attempt);
  const { rows } = await sql<{ number: number }>`
    insert into executions
      (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages)
    values (${id}, 'pasted', 'succeeded', ${pasted.project}, ${pasted.actor}, ${pasted.at}, ${pasted.at},
      '{}', '[]', '{}', '[]', '[]')
    returning number
  `.execute(executor);
  await sql`
    insert into orchestration_executions (execution_id, session_id, step, part, attempt_id)
    values (${id}, ${pasted.session}, ${pasted.step}, ${pasted.part}, ${pasted.attempt})
  `.execute(executor);
  for (const { number } of rows)
    await sql`insert into execution_words_due values (${number})`.execute(executor);
}
