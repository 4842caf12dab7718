import type { StoredValue } from '../dialects/upkeep.js';
import { jsonColumns } from '../json-columns.js';
import type { NamedRow } from '../row-measures.js';
import type { ColumnType, TableDesign } from '../table-design.js';
import { storedWords } from './stored-words.js';

interface Form {
  /** What a value is not that has another one. */
  readonly called: string;
  fits(value: StoredValue): boolean;
}

/** Whether the values of a table's rows have the forms in which the program writes them. */
export function valueFaults({ name: table, columns }: TableDesign): (row: NamedRow) => readonly string[] {
  const forms = columns.map(({ name, type }) => ({ name, form: formOf(table, name, type) }));
  return (row) =>
    forms.flatMap(({ name, form }) => {
      const value = row[name] ?? null;
      return value === null || form.fits(value) ? [] : [`A ${name} is no ${form.called}`];
    });
}

function formOf(table: string, name: string, type: ColumnType): Form {
  if (flags.has(`${table}.${name}`)) return flag;
  if (name.endsWith('_ms')) return duration;
  if (type !== 'text') return plain[type];
  if (jsonColumns.has(name)) return json;
  const words = storedWords[`${table}.${name}`];
  if (words !== undefined) return wordOf(words);
  return name === 'at' || name.endsWith('_at') ? time : plain.text;
}

const plain: Readonly<Record<ColumnType, Form>> = {
  text: { called: 'text', fits: (value) => typeof value === 'string' },
  integer: {
    called: 'whole number from 0',
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  },
  real: { called: 'number', fits: (value) => Number.isFinite(value) },
  blob: { called: 'run of bytes', fits: (value) => value instanceof Uint8Array },
};

/** A clock that was set back meanwhile makes it less than nothing. */
const duration: Form = { called: 'whole number', fits: (value) => Number.isSafeInteger(value) };

const flags: ReadonlySet<string> = new Set([
  'orchestration_phases.forced',
  'prompts.is_template',
  'prompts.in_force',
  'prompt_label_moves.forced',
  'audit_log.forced',
  'execution_tool_uses.failed',
  'experiment_variants.is_control',
  'experiment_metrics.is_primary',
  'experiment_assignments.chosen',
]);
const flag: Form = { called: '0 or 1', fits: (value) => value === 0 || value === 1 };

function wordOf(words: ReadonlySet<string>): Form {
  return {
    called: 'word that stands there',
    fits: (value) => typeof value === 'string' && words.has(value),
  };
}

const time: Form = {
  called: 'time in UTC with milliseconds',
  fits: (value) => typeof value === 'string' && isTime(value),
};

function isTime(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** Without spaces, as it is written here: most of what happens to a sign of the syntax shows. */
const json: Form = {
  called: 'JSON as it is written here',
  fits: (value) => typeof value === 'string' && isWrittenHere(value),
};

function isWrittenHere(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}
