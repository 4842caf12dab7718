import { type Kysely, sql } from 'kysely';
import type { RunId, SessionId } from '../base/ids.js';
import type { Json } from '../models/spec/model-request.js';
import { inBatches } from './in-batches.js';
import { inChunks } from './in-chunks.js';
import type { RowRedaction } from './row-redaction.js';
import type { Database } from './schema.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of the runs of sessions: out of the commands that they were asked to run, what their steps
 * brought forth, what went wrong, and what people said at the gates.
 */
export async function redactRuns(redaction: RowRedaction, sessions: readonly SessionId[]): Promise<void> {
  const { transaction, removal } = redaction;
  const runs = await transaction
    .selectFrom('runs')
    .select(['id', 'settings', 'problem_message'])
    .where('kind', '=', 'session')
    .where('subject', 'in', sessions)
    .execute();
  await redaction.redact('runs', ['id'], runs, ({ id, settings, problem_message }) => ({
    id,
    settings: redactJson(settings, removal, redactSetting),
    problem_message: removal.textOrNull(problem_message),
  }));
  await redactSteps(
    redaction,
    runs.map(({ id }) => id),
  );
}

/**
 * The same of runs of workflows: of what they were given and brought forth, too. One that goes on later does again what
 * it finds to be another than before.
 *
 * @returns the ids of the runs that were changed
 */
export async function redactWorkflowRuns(redaction: RowRedaction, ids: readonly RunId[]): Promise<RunId[]> {
  const changed = new Set<string>();
  for await (const batch of runBatches(redaction.transaction, ids)) {
    for (const id of await redactGivenAndMade(redaction, batch)) changed.add(id);
    for (const id of await redactSteps(redaction, batch)) changed.add(id);
  }
  return ids.filter((id) => changed.has(id));
}

async function redactGivenAndMade(redaction: RowRedaction, ids: readonly RunId[]): Promise<string[]> {
  const { transaction, removal } = redaction;
  const runs = await transaction
    .selectFrom('runs')
    .select(['id', 'settings', 'inputs', 'outputs', 'problem_message'])
    .where('id', 'in', ids)
    .execute();
  const found = await redaction.redact('runs', ['id'], runs, ({ id, ...run }) => ({
    id,
    settings: redactJson(run.settings, removal, redactSetting),
    inputs: run.inputs && removal.json(run.inputs),
    outputs: run.outputs && removal.json(run.outputs),
    problem_message: removal.textOrNull(run.problem_message),
  }));
  return found.map(({ id }) => id);
}

/** Runs, by their ids, in batches that are small enough to be read at once with what their steps brought forth. */
async function* runBatches(database: Kysely<Database>, ids: readonly RunId[]): AsyncGenerator<RunId[]> {
  const rows = await inChunks(ids, (chunk) =>
    database
      .selectFrom('runs as r')
      .select(['r.id', bytesOfRun.as('bytes')])
      .where('r.id', 'in', chunk)
      .execute(),
  );
  const bytes = new Map<string, number>(rows.map((row) => [row.id, Number(row.bytes)]));
  yield* inBatches(ids, (id) => bytes.get(id) ?? 0);
}

const bytesOfRun = sql<number>`coalesce(octet_length(r.inputs), 0) + coalesce(octet_length(r.outputs), 0)
  + coalesce((
    select sum(octet_length(t.output) + coalesce(octet_length(t.result), 0)) from run_steps t where t.run_id = r.id
  ), 0)`;

/** @returns the runs whose steps were changed */
async function redactSteps(redaction: RowRedaction, runs: readonly string[]): Promise<string[]> {
  const { transaction, removal } = redaction;
  const steps = await inChunks(runs, (chunk) =>
    transaction
      .selectFrom('run_steps')
      .select(['run_id', 'position', 'output', 'result', 'problem_message', 'gate_comment'])
      .where('run_id', 'in', chunk)
      .execute(),
  );
  const found = await redaction.redact('run_steps', ['run_id', 'position'], steps, (step) => ({
    run_id: step.run_id,
    position: step.position,
    output: redactJson(step.output, removal, redactOutput),
    result: step.result && removal.json(step.result),
    problem_message: removal.textOrNull(step.problem_message),
    gate_comment: removal.textOrNull(step.gate_comment),
  }));
  return found.map(({ run_id }) => run_id);
}

/** What becomes of a text, by the name that it has. */
type RedactNamed = (name: string, text: string, removal: SecretRemoval) => string;

/** Only commands are data: the test command, and that of an agent, which stands behind its kind. */
function redactSetting(name: string, text: string, removal: SecretRemoval): string {
  if (name === 'verify') return removal.text(text);
  return text.startsWith(COMMAND) ? COMMAND + removal.text(text.slice(COMMAND.length)) : text;
}

const COMMAND = 'exec:';

const KEPT = new Set(['attempt', 'digest', 'executions', 'kind']);

/** Ids and words of the program stay: otherwise the run could not go on. */
function redactOutput(name: string, text: string, removal: SecretRemoval): string {
  return KEPT.has(name) ? text : removal.text(text);
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
