import { type QueryExecutorProvider, sql } from 'kysely';
import { type AttemptId, executionIdFor } from '../base/ids.js';
import type { Step } from '../engine/session/step.js';
import { inChunks } from './in-chunks.js';

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
 * Puts pasted answers on record as executions of their attempts, which keep the texts. Their ids follow from the
 * attempts', so that a session that is taken in again has the same ones.
 *
 * The migration that makes the tables fills them by this, too: one that changes them has to leave it a copy.
 */
export async function insertPasted(
  executor: QueryExecutorProvider,
  answers: readonly PastedAnswer[],
): Promise<void> {
  await inChunks(answers, (chunk) => insertChunk(executor, chunk), 5);
}

async function insertChunk(
  executor: QueryExecutorProvider,
  answers: readonly PastedAnswer[],
): Promise<readonly { readonly number: number }[]> {
  const executions = answers.map(
    ({ attempt, project, actor, at }) => sql`(${executionIdFor(attempt)}, 'pasted', 'succeeded', ${project},
      ${actor}, ${at}, ${at}, '{}', '[]', '{}', '[]', '[]')`,
  );
  const { rows } = await sql<{ number: number }>`
    insert into executions
      (id, kind, status, project_id, actor, created_at, finished_at, parameters, tools, details, warnings, messages)
    values ${sql.join(executions)}
    returning number
  `.execute(executor);
  const places = answers.map(
    ({ attempt, session, step, part }) =>
      sql`(${executionIdFor(attempt)}, ${session}, ${step}, ${part}, ${attempt})`,
  );
  await sql`
    insert into orchestration_executions (execution_id, session_id, step, part, attempt_id)
    values ${sql.join(places)}
  `.execute(executor);
  const due = rows.map(({ number }) => sql`(${number})`);
  await sql`insert into execution_words_due values ${sql.join(due)}`.execute(executor);
  return rows;
}
