import type { Transaction } from 'kysely';
import type { Message } from '../engine/session/attempt.js';
import type { Json } from '../models/spec/model-request.js';
import { measuredAnswer, measuredPrompt } from './measured.js';
import { redactMessages } from './redact-messages.js';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of all attempts of a session: out of prompts, answers, what was read from them, and why they
 * were refused. Checksum and size are those of what is there since, so that they hold wherever the session goes; where a
 * section stands in an answer is still said of the answer as it came.
 *
 * @returns the ids of the attempts that were changed; none when the session is not in this store
 */
export async function redactSession(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<string[]> {
  const rows = await transaction
    .selectFrom('orchestration_phases')
    .select(['id', 'answer', 'prompt', 'result', 'problem_message'])
    .where('session_id', '=', session)
    .orderBy('position')
    .execute();
  const changed: string[] = [];
  for (const row of rows) {
    const before = removal.found;
    const clean = cleanTexts(row, removal);
    if (removal.found === before) continue;
    await transaction.updateTable('orchestration_phases').set(clean).where('id', '=', row.id).execute();
    changed.push(row.id);
  }
  return changed;
}

interface AttemptTexts {
  readonly answer: Uint8Array | null;
  readonly prompt: string | null;
  readonly result: string | null;
  readonly problem_message: string | null;
}

function cleanTexts(row: AttemptTexts, removal: SecretRemoval) {
  const answer = row.answer === null ? null : removal.bytes(row.answer);
  const prompt = row.prompt === null ? null : redactMessages(row.prompt, removal);
  return {
    answer,
    prompt,
    result: row.result === null ? null : redactResult(row.result, removal),
    problem_message: removal.textOrNull(row.problem_message),
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
