import { type CsvValue, csvRow } from '../../../base/text/csv-row.js';
import { withoutFormula } from '../../../base/text/without-formula.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../formats/json-value.js';
import type { BatchResultRow } from '../outputs.js';
import type { ResultFormat } from './result-format.js';

/** What a table of results has columns for. */
export interface ResultColumns {
  /** The variables of the data, in their order. */
  readonly variables: readonly string[];
  /** The fields of the answers. */
  readonly fields: readonly string[];
  /** Whether a text that a spreadsheet would take for a formula has an apostrophe before it. */
  readonly escapeFormulas: boolean;
}

type Column = readonly [name: string, value: (row: BatchResultRow) => CsvValue | undefined];

const before: readonly Column[] = [
  ['row', ({ row }) => row],
  ['repetition', ({ repetition }) => repetition],
];

const after: readonly Column[] = [
  ['status', ({ status }) => status],
  ['error_code', ({ problem }) => problem?.code],
  ['error', ({ problem }) => problem?.message],
  ['input_tokens', ({ usage }) => usage?.input],
  ['output_tokens', ({ usage }) => usage?.output],
  ['cost', ({ cost }) => cost],
  ['latency_ms', ({ latencyMs }) => latencyMs],
  ['cached', ({ cached }) => cached],
  ['execution', ({ execution }) => execution],
];

/** A variable that is called as one of our own columns, or might be, is found as `input.NAME`. */
const taken = new Set(['output', ...before, ...after].map((column) => String(column.at(0))));

/** A table for spreadsheets: the columns of the data, the answer and its fields, and what it took. */
export function csv({ variables, fields, escapeFormulas }: ResultColumns): ResultFormat {
  const columns: readonly Column[] = [
    ...before,
    ...variables.map((name): Column => [inputName(name), ({ input }) => cell(member(input, name))]),
    ['output', ({ answer }) => answer],
    ...fields.map((name): Column => [`output.${name}`, ({ value }) => cell(fieldOf(value, name))]),
    ...after,
  ];
  const line = (values: readonly CsvValue[]) => csvRow(escapeFormulas ? values.map(withoutFormula) : values);
  return {
    head: line(columns.map(([name]) => name)),
    entry: (row) => line(columns.map(([, value]) => value(row) ?? null)),
  };
}

function inputName(variable: string): string {
  return taken.has(variable) || /^(?:in|out)put\./.test(variable) ? `input.${variable}` : variable;
}

function fieldOf(value: JsonValue, name: string): JsonValue {
  return isJsonObject(value) ? member(value, name) : null;
}

function member(object: JsonObject, name: string): JsonValue {
  return Object.hasOwn(object, name) ? (object[name] ?? null) : null;
}

/** Lists and objects are written as JSON. */
function cell(value: JsonValue): CsvValue {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
