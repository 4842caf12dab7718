import { csvRow } from '../../../base/text/csv-row.js';
import { withoutFormula } from '../../../base/text/without-formula.js';
import type { ExecutionRecordView } from '../view-shapes.js';
import type { ExportFormat } from './export-format.js';

type Column = readonly [
  name: string,
  value: (record: ExecutionRecordView) => string | number | Date | null | undefined,
];

const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['created_at', ({ createdAt }) => createdAt],
  ['finished_at', ({ finishedAt }) => finishedAt],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['actor', ({ actor }) => actor],
  ['project', ({ project }) => project?.name],
  ['session', ({ session }) => session?.id],
  ['step', ({ session }) => session?.step],
  ['part', ({ session }) => session?.part],
  ['prompt', ({ prompt }) => prompt],
  ['model', ({ model }) => model],
  ['answered_model', ({ answeredModel }) => answeredModel],
  ['finish_reason', ({ finishReason }) => finishReason],
  ['temperature', ({ parameters }) => parameters.temperature],
  ['input_tokens', ({ usage }) => usage.input],
  ['cached_input_tokens', ({ usage }) => usage.cachedInput],
  ['cache_write_tokens', ({ usage }) => usage.cacheWrite],
  ['output_tokens', ({ usage }) => usage.output],
  ['reasoning_tokens', ({ usage }) => usage.reasoning],
  ['cost', ({ cost }) => cost],
  ['price_source', ({ price }) => price?.source],
  ['latency_ms', ({ latencyMs }) => latencyMs],
  ['first_token_ms', ({ firstTokenMs }) => firstTokenMs],
  ['calls', ({ calls }) => calls.length],
  ['answered_by', ({ answeredBy }) => answeredBy],
  ['rerun_of', ({ rerunOf }) => rerunOf],
  ['problem_code', ({ problem }) => problem?.code],
  ['problem_message', ({ problem }) => problem?.message],
  ['question', ({ messages }) => messages.findLast(({ role }) => role === 'user')?.text],
  ['answer', ({ answer }) => answer],
];

/** A table for spreadsheets: of the messages, the question alone. Unknown is empty, never 0. */
export const csv: ExportFormat = {
  head: csvRow(columns.map(([name]) => name)),
  entry: (record) => csvRow(columns.map(([, value]) => withoutFormula(value(record) ?? null))),
};
