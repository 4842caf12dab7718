import type { AttemptId, SessionId } from '../base/ids.js';
import type { Message } from '../engine/session/attempt.js';
import type { Json } from '../models/spec/model-request.js';
import { inBatches } from './in-batches.js';
import { measuredAnswer, measuredPrompt } from './measured.js';
import { redactMessages } from './redact-messages.js';
import type { RowRedaction } from './row-redaction.js';
import type { PhasesTable } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';
import { attemptsOf } from './session-attempts.js';

/**
 * Takes secrets out of all attempts of sessions: out of prompts, answers, what was read from them, and why they
 * were refused. Checksum and size are those of what is there since, so that they hold wherever a session goes; where a
 * section stands in an answer is still said of the answer as it came.
 *
 * @param sessions those that are not in this store have no attempts
 * @returns the ids of the attempts that were changed
 */
export async function redactAttempts(
  redaction: RowRedaction,
  sessions: readonly SessionId[],
): Promise<AttemptId[]> {
  const { transaction, removal } = redaction;
  const attempts = await attemptsOf(transaction, sessions);
  const inOrder = sessions.flatMap((session) => attempts.get(session) ?? []);
  const changed: AttemptId[] = [];
  for await (const batch of inBatches(inOrder, ({ size }) => size)) {
    const ids = batch.map(({ id }) => id);
    const rows = await transaction
      .selectFrom('orchestration_phases')
      .select(['id', 'answer', 'prompt', 'result', 'problem_message', 'checksum', 'size'])
      .where('id', 'in', ids)
      .orderBy('session_id')
      .orderBy('position')
      .execute();
    const found = await redaction.redact('orchestration_phases', ['id'], rows, (row) => ({
      id: row.id,
      ...cleanTexts(row, removal),
    }));
    const places = new Set(found.map(({ id }) => id));
    changed.push(...ids.filter((id) => places.has(id)));
  }
  return changed;
}

type AttemptTexts = Pick<
  PhasesTable,
  'answer' | 'prompt' | 'result' | 'problem_message' | 'checksum' | 'size'
>;

function cleanTexts({ checksum, size, ...row }: AttemptTexts, removal: SecretRemoval) {
  const answer = row.answer === null ? null : removal.bytes(row.answer);
  const prompt = row.prompt === null ? null : redactMessages(row.prompt, removal);
  return {
    answer,
    prompt,
    result: row.result === null ? null : redactResult(row.result, removal),
    problem_message: removal.textOrNull(row.problem_message),
    checksum,
    size,
    ...(answer === null ? {} : measuredAnswer(answer)),
    ...(prompt === null ? {} : measuredPrompt(promptMessages(prompt))),
  };
}

function promptMessages(prompt: string): readonly Message[] {
  return JSON.parse(prompt);
}

/**
 * What was read from an answer has words of the program in it: which section, what it looks like. They stay, even
 * if somebody wants such a word removed; otherwise the session could not be read again. The notes are all data.
 */
function redactResult(json: string, removal: SecretRemoval): string {
  return removal.unlessClean(json, () => JSON.stringify(redactPart('', JSON.parse(json), removal)));
}

const WORD_OF_PROGRAM = /^[a-z-]+$/;

function redactPart(name: string, part: Json, removal: SecretRemoval): Json {
  if (name === 'notes') return removal.value(part);
  if (typeof part === 'string')
    return name === 'attempt' || WORD_OF_PROGRAM.test(part) ? part : removal.text(part);
  if (Array.isArray(part)) return part.map((member: Json) => redactPart(name, member, removal));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, member]) => [key, redactPart(key, member, removal)]),
  );
}
