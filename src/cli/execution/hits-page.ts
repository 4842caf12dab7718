import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { ExecutionSearchOutput } from '../../operations/execution/outputs.js';
import { indented, passageText } from '../render/passage.js';
import { styleFor } from '../render/style.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { answererOf, outcomeOf } from './execution-table.js';

type Hit = ExecutionSearchOutput['hits'][number];

const fieldNames = { prompt: 'prompt', model: 'model', messages: 'asked', response: 'answered' } as const;

/** What was found, the nearest first: the execution, then the passages with what was looked for in bold. */
export function renderExecutionHits(
  { hits, more }: ExecutionSearchOutput,
  now: Date,
  stream: OutputStream,
): string {
  const rest = more ? `The nearest ${groupThousands(hits.length)}; --limit shows more.\n` : '';
  return [...hits.map((hit) => hitBlock(hit, now, stream)), rest].filter((block) => block !== '').join('\n');
}

function hitBlock({ execution, matches }: Hit, now: Date, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  const about = [answererOf(execution), relativeTime(execution.createdAt, now), outcomeOf(execution)];
  const lines = matches.map((match) =>
    indented(`${dim(`${fieldNames[match.field]}:`)} ${passageText(match, stream)}`, stream),
  );
  const heading = `${execution.id}  ${dim(forTerminalLine(about.join(' · ')))}`;
  return [heading, ...lines].map((line) => `${line}\n`).join('');
}
