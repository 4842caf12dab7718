import type { Selectable, Transaction } from 'kysely';
import type { AttemptId, PromptVersionId, SessionId } from '../base/ids.js';
import type { Attempt, AttemptOutcome, InputMethod, InputSource } from '../engine/session/attempt.js';
import type { NewAnswerAttempt, NewPromptAttempt, Settlement } from '../engine/session/session-journal.js';
import type { Step } from '../engine/session/step.js';
import { dateOrNull } from './column-values.js';
import { measuredAnswer, measuredPrompt } from './measured.js';
import type { Database, PhasesTable } from './schema.js';
import { insertSourceVersions, sourceColumns, sourceFromRow } from './template-source-rows.js';

/** The columns of an attempt without its long texts. */
export const attemptColumns = [
  'id',
  'session_id',
  'step',
  'part',
  'attempt',
  'outcome',
  'input_method',
  'input_name',
  'checksum',
  'size',
  'forced',
  'appended_to',
  'problem_code',
  'problem_message',
  'template',
  'template_layer',
  'template_checksum',
  'template_note',
  'started_at',
  'finished_at',
] as const satisfies readonly (keyof PhasesTable)[];

export async function insertPrompt(
  transaction: Transaction<Database>,
  issued: NewPromptAttempt,
): Promise<void> {
  const prompt = JSON.stringify(issued.prompt.messages);
  await insertPhase(transaction, {
    id: issued.id,
    session_id: issued.sessionId,
    step: issued.step,
    part: issued.part,
    outcome: 'issued',
    input_method: null,
    input_name: null,
    ...measuredPrompt(issued.prompt.messages),
    forced: 0,
    appended_to: null,
    template: issued.prompt.template,
    ...sourceColumns(issued.prompt.source),
    started_at: issued.at.toISOString(),
    finished_at: issued.at.toISOString(),
    prompt,
    answer: null,
  });
  await insertSourceVersions(transaction, [{ id: issued.id, source: issued.prompt.source }]);
}

export async function insertAnswer(
  transaction: Transaction<Database>,
  received: NewAnswerAttempt,
): Promise<void> {
  await insertPhase(transaction, {
    id: received.id,
    session_id: received.sessionId,
    step: received.step,
    part: received.part,
    outcome: 'received',
    input_method: received.input.method,
    input_name: received.input.name,
    ...measuredAnswer(received.answer),
    forced: received.forced ? 1 : 0,
    appended_to: received.appendedTo,
    template: null,
    ...sourceColumns(null),
    started_at: received.at.toISOString(),
    finished_at: null,
    prompt: null,
    answer: received.answer,
  });
}

type NewPhase = Omit<PhasesTable, 'position' | 'attempt' | 'problem_code' | 'problem_message' | 'result'>;

/** Numbers are given inside the transaction, which holds the write lock: no two attempts share one. */
async function insertPhase(transaction: Transaction<Database>, phase: NewPhase): Promise<void> {
  const { position, attempt } = await transaction
    .selectFrom('orchestration_phases')
    .select(({ fn }) => fn.max('position').as('position'))
    .select(({ fn }) => fn.max('attempt').filterWhere('step', '=', phase.step).as('attempt'))
    .where('session_id', '=', phase.session_id)
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('orchestration_phases')
    .values({
      ...phase,
      position: Number(position ?? 0) + 1,
      attempt: Number(attempt ?? 0) + 1,
      problem_code: null,
      problem_message: null,
      result: null,
    })
    .execute();
}

export async function settleAttempt(
  transaction: Transaction<Database>,
  settled: Settlement,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('orchestration_phases')
    .set({
      outcome: settled.outcome,
      result: settled.result === null ? null : JSON.stringify(settled.result),
      problem_code: settled.problem?.code ?? null,
      problem_message: settled.problem?.message ?? null,
      finished_at: at.toISOString(),
    })
    .where('id', '=', settled.attempt)
    .execute();
}

export function attemptFromRow(
  row: Pick<Selectable<PhasesTable>, (typeof attemptColumns)[number]>,
  versions: readonly PromptVersionId[],
): Attempt {
  return {
    id: row.id as AttemptId,
    sessionId: row.session_id as SessionId,
    step: row.step as Step,
    part: row.part,
    number: row.attempt,
    outcome: row.outcome as AttemptOutcome,
    input: inputOf(row),
    checksum: row.checksum,
    size: row.size,
    forced: row.forced === 1,
    appendedTo: row.appended_to as AttemptId | null,
    problem:
      row.problem_code === null
        ? null
        : { code: row.problem_code, message: row.problem_message ?? row.problem_code },
    template: row.template,
    source: sourceFromRow(row, versions),
    startedAt: new Date(row.started_at),
    finishedAt: dateOrNull(row.finished_at),
  };
}

function inputOf(row: Pick<PhasesTable, 'input_method' | 'input_name'>): InputSource | null {
  return row.input_method === null ? null : { method: row.input_method as InputMethod, name: row.input_name };
}
