import { forTerminalLine } from '../../base/text/terminal-text.js';
import { listModels } from '../../operations/model/list-models.js';
import type { AgentView, ModelListOutput, ProviderView } from '../../operations/model/outputs.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';
import { aliasTable } from './alias-table.js';
import { keyText } from './key-text.js';
import type { list } from './list.js';
import { priceTable } from './price-table.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const output = await listModels(await context.openDatabase(), options);
  const isNarrow = !options.all && options.provider === undefined;
  context.print(output, (stream) => page(output, isNarrow, stream));
  return exitCode.done;
}

function page(output: ModelListOutput, isNarrow: boolean, stream: OutputStream): string {
  const { providers, agents, aliases, models } = output;
  const blocks = [
    providerTable(providers, stream),
    agentTable(agents, stream),
    aliasTable(aliases, stream),
    priceTable(models, stream),
    defaultLine(output, stream),
  ];
  const next = isNarrow ? nextLine('prompt-runner model list --provider openai', stream) : '';
  return blocks.filter((block) => block !== '').join('\n') + next;
}

function providerTable(providers: readonly ProviderView[], stream: OutputStream): string {
  const { green, yellow, dim } = styleFor(stream);
  return renderTable(
    providers,
    [
      { header: 'Provider', cell: ({ name }) => name },
      { header: 'Key', cell: keyText, paint: (text, { ready }) => (ready ? green(text) : yellow(text)) },
      { header: 'What', cell: ({ about }) => about, flexible: true, minWidth: 12, paint: dim },
    ],
    stream,
  );
}

function agentTable(agents: readonly AgentView[], stream: OutputStream): string {
  const { green, yellow, dim } = styleFor(stream);
  return renderTable(
    agents,
    [
      { header: 'Agent', cell: ({ name }) => name },
      {
        header: 'Program',
        cell: programText,
        paint: (text, agent) => (isThere(agent) ? green(text) : yellow(text)),
      },
      { header: 'What', cell: ({ title }) => title, flexible: true, minWidth: 12, paint: dim },
    ],
    stream,
  );
}

/** Whose program its name says: exec takes any. */
const SAYS_ITSELF = 'exec';

function isThere({ name, program }: AgentView): boolean {
  return program !== null || name === SAYS_ITSELF;
}

function programText({ name, program }: AgentView): string {
  return program ?? (name === SAYS_ITSELF ? 'as its name says' : 'not installed');
}

function defaultLine({ default: usual }: ModelListOutput, stream: OutputStream): string {
  const { dim, bold } = styleFor(stream);
  if (usual === null) return `${dim('Default:')} none; prompt-runner model alias default NAME sets one\n`;
  const { model, from } = usual;
  return `${dim('Default:')} ${bold(forTerminalLine(model))} ${dim(`(${forTerminalLine(from)})`)}\n`;
}
