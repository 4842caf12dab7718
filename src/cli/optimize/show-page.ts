import { formatDollars } from '../../base/text/format-dollars.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { OptimizationShowOutput, OptimizationView } from '../../operations/optimize/outputs.js';
import { hunkLines } from '../prompt/hunk-lines.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine, sentence } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { candidateTable, refusedTable } from './candidate-tables.js';
import { figureTable } from './figure-table.js';
import { optimizationLook } from './optimization-look.js';
import { renderCurves } from './search-curves.js';

interface Shown {
  readonly now: Date;
  /** Whether all texts that were refused are listed. */
  readonly refused: boolean;
}

/** What an optimisation found: the answer first, then what it rests on, then what was tried. */
export function renderOptimization(
  output: OptimizationShowOutput,
  { now, refused }: Shown,
  stream: OutputStream,
): string {
  return [
    renderKeyValues(facts(output, now, stream), stream),
    output.says.map((one) => sentence(one, stream)).join(''),
    figureTable(output, stream),
    renderCurves(output, stream),
    candidateTable(output, stream),
    refusedTable(output, refused, stream),
    differenceBlock(output, stream),
    nextLine(output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function facts(output: OptimizationShowOutput, now: Date, stream: OutputStream): KeyValue[] {
  const { optimization, checks, expect, appliedAs } = output;
  const { id, project, prompt, message, model, reflectionModel, seed, createdAt, actor } = optimization;
  const isOther = reflectionModel !== model;
  const entries: readonly (KeyValue | null)[] = [
    { label: 'optimisation', value: id },
    { label: 'prompt', value: message === 1 ? prompt : `${prompt}, message ${message}` },
    { label: 'model', value: isOther ? `${model}, rewritten by ${reflectionModel}` : model },
    project && { label: 'project', value: project.name },
    {
      label: 'judged by',
      value:
        checks.map(({ name }) => name).join(', ') + (expect === null ? '' : `, with the column ${expect}`),
    },
    { label: 'rows', value: rowsText(output) },
    { label: 'budget', value: budgetText(optimization) },
    { label: 'seed', value: seed },
    {
      label: 'status',
      value: statusText(optimization),
      paint: styleFor(stream)[optimizationLook(optimization)],
    },
    appliedAs === null ? null : { label: 'applied', value: appliedAs },
    { label: 'begun', value: `${relativeTime(createdAt, now)} by ${actor}` },
  ];
  return entries.filter((entry) => entry !== null && entry.value !== '').filter((entry) => entry !== null);
}

function statusText({ status, problem }: OptimizationView): string {
  return problem === null ? status : `${status}: ${problem.message}`;
}

function rowsText({ sets }: OptimizationShowOutput): string {
  if (sets === null) return '';
  const { feedback, selection, holdOut } = sets;
  return `${groupThousands(feedback)} to learn from, ${groupThousands(selection)} to choose by, ${groupThousands(holdOut)} that no choice saw`;
}

function budgetText({ budget, spent }: OptimizationView): string {
  const calls =
    budget.calls === null
      ? `${groupThousands(spent.calls)} calls`
      : `${groupThousands(spent.calls)} of ${groupThousands(budget.calls)} calls`;
  const spentCost = spent.cost === null ? 'unknown' : formatDollars(spent.cost);
  const cost = budget.cost === null ? spentCost : `${spentCost} of ${formatDollars(budget.cost)}`;
  return `${calls}, ${cost}`;
}

function differenceBlock({ difference }: OptimizationShowOutput, stream: OutputStream): string {
  if (difference === null) return '';
  const style = styleFor(stream);
  const heading = `${style.red('- start')}\n${style.green(`+ ${difference.candidate}`)}\n`;
  return `${heading}${hunkLines(difference.hunks, style)}`;
}
