import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminal, forTerminalLine } from '../../base/text/terminal-text.js';
import { gatherContext } from '../../operations/session/repository-context.js';
import type { ContextOutput } from '../../operations/session/run/run-outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import type { context as spec } from './context.js';

export async function run(
  context: CommandContext,
  { arguments: { request }, options: { session, tokens, parts } }: InputOf<typeof spec>,
): Promise<number> {
  const output = await gatherContext(await context.open(), { request, session, tokens });
  context.print(output, (stream) => (parts ? partTable(output, stream) : textFor(output, stream)));
  context.note(
    `~${groupThousands(output.tokens)} of ${groupThousands(output.limit)} tokens from ${forTerminalLine(output.root)}\n`,
  );
  return exitCode.done;
}

function textFor({ text }: ContextOutput, stream: OutputStream): string {
  return `${(stream.isTerminal ? forTerminal(text) : text).trimEnd()}\n`;
}

function partTable({ parts, leftOut }: ContextOutput, stream: OutputStream): string {
  const { dim, yellow } = styleFor(stream);
  const table = renderTable(
    parts,
    [
      { header: 'Part', cell: ({ kind }) => kind },
      { header: 'What', cell: ({ title }) => forTerminalLine(title), flexible: true, minWidth: 20 },
      { header: 'Tokens', align: 'right', cell: ({ tokens }) => groupThousands(tokens) },
      { header: '', cell: ({ truncated }) => (truncated ? 'cut' : ''), paint: yellow },
    ],
    stream,
  );
  const left = renderTable(
    leftOut,
    [
      { header: 'Left out', cell: ({ path }) => forTerminalLine(path), flexible: true, minWidth: 20 },
      { header: 'Why', cell: ({ reason }) => reason, paint: dim },
    ],
    stream,
  );
  return [table, left].filter((block) => block !== '').join('\n');
}
