import { formatDollars } from '../../../base/text/format-dollars.js';
import { formatMinute } from '../../../base/text/format-minute.js';
import { markdownList, markdownSections } from '../../../base/text/markdown.js';
import type { JsonValue } from '../../../formats/json-value.js';
import type { WorkflowRunDocument, WorkflowTryView } from './run-outputs.js';

/** A run as a page of Markdown: what it was given, what came of it, and each result that counts. */
export function runPage({
  run,
  inputs,
  outputs,
  tries,
  cost,
}: Omit<WorkflowRunDocument, 'markdown'>): string {
  const { workflow, id, status, actor, createdAt, problem } = run;
  const about = [
    `Run ${id}: ${status}${problem === null ? '' : `. ${problem.message}`}`,
    `By ${actor}, ${formatMinute(createdAt)}`,
    cost === null ? 'What it cost is not known' : `It cost ${formatDollars(cost)}`,
  ];
  return `# ${workflow.name}@${workflow.version}

${markdownList(about)}

${markdownSections([
  ['Inputs', values(inputs)],
  ['Outputs', values(outputs)],
  ['Steps', tries.flatMap(resultOf).join('\n\n')],
])}`;
}

/** One under the other, by name. */
function values(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([name, member]) => `### ${name}\n\n${block(member)}`)
    .join('\n\n');
}

function resultOf({ path, status, result, decision }: WorkflowTryView): string[] {
  if (status !== 'done') return [];
  const by =
    decision === null ? '' : ` (${decision.is}${decision.actor === null ? '' : ` by ${decision.actor}`})`;
  return [`### ${path}${by}\n\n${block(result)}`];
}

/** Indented, since a text may hold fences and headings. */
function block(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return text.trimEnd().replaceAll(/^/gm, '    ');
}
