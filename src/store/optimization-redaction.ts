import type { OptimizationId } from '../base/ids.js';
import { isJsonObject } from '../models/spec/json-kind.js';
import type { Json } from '../models/spec/model-request.js';
import { redactQuestion } from './batch-redaction.js';
import type { RowRedaction } from './row-redaction.js';
import type { SecretRemoval } from './secret-removal.js';

/**
 * Takes secrets out of optimisations: out of the text that they began with, their rows, what they tried and why that was
 * refused, what they ask besides, and why they were paused.
 */
export async function redactOptimizations(
  redaction: RowRedaction,
  ids: readonly OptimizationId[],
): Promise<void> {
  for (const id of ids) {
    await redactWhole(redaction, id);
    await redactRows(redaction, id);
    await redactCandidates(redaction, id);
  }
}

async function redactWhole(redaction: RowRedaction, id: OptimizationId): Promise<void> {
  const { transaction, removal } = redaction;
  const found = await transaction
    .selectFrom('optimizations')
    .select(['id', 'settings', 'start', 'problem_message'])
    .where('id', '=', id)
    .execute();
  await redaction.redact('optimizations', ['id'], found, ({ settings, start, problem_message }) => ({
    id,
    settings: removal.unlessClean(settings, () =>
      JSON.stringify(redactSettings(JSON.parse(settings), removal)),
    ),
    start: removal.text(start),
    problem_message: removal.textOrNull(problem_message),
  }));
}

/** What is asked, and what checks want, is data; the rest are words of the program: it could not go on. */
function redactSettings(settings: Json, removal: SecretRemoval): Json {
  if (!isJsonObject(settings) || !isJsonObject(settings.question)) return settings;
  const { checks = null } = settings.question;
  const question = {
    ...redactQuestion(settings.question, removal),
    checks: Array.isArray(checks) ? checks.map((check) => redactCheck(check, removal)) : checks,
  };
  return { ...settings, question };
}

function redactCheck(check: Json, removal: SecretRemoval): Json {
  if (!isJsonObject(check) || !isJsonObject(check.rule)) return check;
  const { kind = null, ...rule } = check.rule;
  const clean = Object.entries(rule).map(([name, part]) => [name, removal.value(part)] as const);
  return { ...check, rule: { kind, ...Object.fromEntries(clean) } };
}

async function redactRows(redaction: RowRedaction, id: OptimizationId): Promise<void> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('optimization_rows')
    .selectAll()
    .where('optimization_id', '=', id)
    .execute();
  await redaction.redact('optimization_rows', ['optimization_id', 'row'], rows, (row) => ({
    ...row,
    input: removal.json(row.input),
    expected: removal.textOrNull(row.expected),
  }));
}

async function redactCandidates(redaction: RowRedaction, id: OptimizationId): Promise<void> {
  const { transaction, removal } = redaction;
  const rows = await transaction
    .selectFrom('optimization_candidates')
    .select(['optimization_id', 'position', 'template', 'details'])
    .where('optimization_id', '=', id)
    .execute();
  await redaction.redact('optimization_candidates', ['optimization_id', 'position'], rows, (row) => ({
    ...row,
    template: removal.textOrNull(row.template),
    details: removal.unlessClean(row.details, () =>
      JSON.stringify(redactDetails(JSON.parse(row.details), removal)),
    ),
  }));
}

/** Which rule was broken is a word of the program. */
function redactDetails(details: Json, removal: SecretRemoval): Json {
  if (!isJsonObject(details) || details.because === undefined) return details;
  return { ...details, because: removal.value(details.because) };
}
