import type { Transaction } from 'kysely';
import type { Json } from '../models/spec/model-request.js';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of the runs of a session: out of the commands that they were asked to run, what their steps
 * brought forth, what went wrong, and what people said at the gates.
 */
export async function redactRuns(
  transaction: Transaction<Database>,
  session: string,
  removal: SecretRemoval,
): Promise<void> {
  const runs = await transaction
    .selectFrom('runs')
    .select(['id', 'settings', 'problem_message'])
    .where('kind', '=', 'session')
    .where('subject', '=', session)
    .execute();
  for (const { id, settings, problem_message } of runs) {
    const clean = {
      settings: redactJson(settings, removal, redactSetting),
      problem_message: removal.textOrNull(problem_message),
    };
    await transaction.updateTable('runs').set(clean).where('id', '=', id).execute();
    await redactSteps(transaction, id, removal);
  }
}

async function redactSteps(
  transaction: Transaction<Database>,
  run: string,
  removal: SecretRemoval,
): Promise<void> {
  const steps = await transaction
    .selectFrom('run_steps')
    .select(['position', 'output', 'problem_message', 'gate_comment'])
    .where('run_id', '=', run)
    .execute();
  for (const { position, output, problem_message, gate_comment } of steps) {
    const clean = {
      output: redactJson(output, removal, redactOutput),
      problem_message: removal.textOrNull(problem_message),
      gate_comment: removal.textOrNull(gate_comment),
    };
    await transaction
      .updateTable('run_steps')
      .set(clean)
      .where('run_id', '=', run)
      .where('position', '=', position)
      .execute();
  }
}

/** What becomes of a text, by the name that it has. */
type RedactNamed = (name: string, text: string, removal: SecretRemoval) => string;

/** Only commands are data: the test command, and that of an agent, which stands behind its kind. */
function redactSetting(name: string, text: string, removal: SecretRemoval): string {
  if (name === 'verify') return removal.text(text);
  return text.startsWith(COMMAND) ? COMMAND + removal.text(text.slice(COMMAND.length)) : text;
}

const COMMAND = 'exec:';

/** Ids and words of the program stay: otherwise the run could not go on. */
function redactOutput(name: string, text: string, removal: SecretRemoval): string {
  return name === 'attempt' || name === 'executions' || name === 'kind' ? text : removal.text(text);
}

function redactJson(json: string, removal: SecretRemoval, redact: RedactNamed): string {
  const walk = (name: string, part: Json): Json => {
    if (typeof part === 'string') return redact(name, part, removal);
    if (Array.isArray(part)) return part.map((member: Json) => walk(name, member));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, walk(key, member)]));
  };
  return removal.unlessClean(json, () => JSON.stringify(walk('', JSON.parse(json))));
}
