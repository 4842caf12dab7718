import { markdownList } from '../../../base/text/markdown.js';
import { dollars, nanoDollars } from '../../../engine/execution/dollars.js';
import type { ExecutionRecordView } from '../view-shapes.js';
import type { ExportFormat } from './export-format.js';

/** A page to read: each execution under a heading, its texts in fences. */
export const markdown: ExportFormat = {
  head: '# Executions\n',
  entry: (record) => {
    const texts = [
      ...record.messages.map(({ role, text }) => section(role, text)),
      ...(record.answer === null ? [] : [section('answer', record.answer)]),
    ];
    return `\n## ${record.id}\n\n${markdownList(facts(record))}\n${texts.join('')}`;
  },
};

function facts(record: ExecutionRecordView): string[] {
  const { createdAt, actor, model, kind, prompt, session, status, problem, usage, cost, latencyMs } = record;
  const entries = [
    ['Asked', `${createdAt.toISOString()} by ${actor}`],
    ['Model', model ?? kind],
    ['Prompt', prompt],
    ['Session', session && `${session.id}, ${session.step}`],
    ['State', problem === null ? status : `${status} (${problem.code}): ${problem.message}`],
    ['Tokens', usage.input === null ? null : `${usage.input} in, ${usage.output ?? 'unknown'} out`],
    ['Cost', kind === 'pasted' ? null : cost === null ? 'unknown' : dollars(nanoDollars(cost))],
    ['Time', latencyMs === null ? null : `${latencyMs} ms`],
  ] as const;
  return entries.flatMap(([label, value]) => (value ? [`${label}: ${oneLine(value)}`] : []));
}

function section(title: string, text: string): string {
  const fence = fenceFor(text);
  return `\n### ${title}\n\n${fence}text\n${text.trimEnd()}\n${fence}\n`;
}

/** Longer than any fence in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  return '`'.repeat(longest + 1);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
