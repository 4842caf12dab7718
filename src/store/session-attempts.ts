import type { Kysely } from 'kysely';
import { grouped } from '../base/grouped.js';
import type { SessionId } from '../base/ids.js';
import type { AnswerResult, Attempt } from '../engine/session/attempt.js';
import { inBatches } from './in-batches.js';
import { attemptColumns, attemptFromRow } from './phase-row.js';
import type { Database, PhasesTable } from './schema.js';
import type { AttemptRecord } from './session-record.js';
import { sourceVersionsOf } from './template-source-rows.js';

/** The attempts of sessions, oldest first, without their long texts. */
export async function attemptsOf(
  database: Kysely<Database>,
  sessions: readonly SessionId[],
): Promise<ReadonlyMap<SessionId, readonly Attempt[]>> {
  const rows = await database
    .selectFrom('orchestration_phases')
    .select([...attemptColumns])
    .where('session_id', 'in', sessions)
    .orderBy('session_id')
    .orderBy('position')
    .execute();
  const versionsOf = await sourceVersionsOf(database, sessions);
  return grouped(
    rows,
    ({ session_id }) => session_id as SessionId,
    (row) => attemptFromRow(row, versionsOf(row.id)),
  );
}

/** Attempts with their long texts, in order; as many are read at a time as are small enough together. */
export async function* attemptRecords(
  database: Kysely<Database>,
  attempts: readonly Attempt[],
): AsyncGenerator<AttemptRecord> {
  for await (const batch of inBatches(attempts, ({ size }) => size)) {
    const rows = await database
      .selectFrom('orchestration_phases')
      .select(['id', 'prompt', 'answer', 'result'])
      .where(
        'id',
        'in',
        batch.map(({ id }) => id),
      )
      .execute();
    const texts = new Map(rows.map((row) => [row.id, row]));
    for (const attempt of batch) {
      const row = texts.get(attempt.id);
      if (row !== undefined) yield withTexts(attempt, row);
    }
  }
}

type LongTexts = Pick<PhasesTable, 'prompt' | 'answer' | 'result'>;

function withTexts(attempt: Attempt, { prompt, answer, result }: LongTexts): AttemptRecord {
  const { template, source } = attempt;
  return {
    attempt,
    prompt: prompt === null ? null : { messages: JSON.parse(prompt), template: template ?? '', source },
    answer,
    result: result === null ? null : (JSON.parse(result) as AnswerResult),
  };
}
