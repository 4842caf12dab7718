import { groupThousands } from '../../base/text/group-thousands.js';
import type { AgentView, ModelShowOutput } from '../../operations/model/outputs.js';
import { showModel } from '../../operations/model/show-model.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import type { OutputStream } from '../streams.js';
import { keyText } from './key-text.js';
import { rate } from './price-table.js';
import type { show } from './show.js';

export async function run(
  context: CommandContext,
  { arguments: given }: InputOf<typeof show>,
): Promise<number> {
  const output = await showModel(await context.openDatabase(), { model: given.name });
  if (output.problem !== null) noteWarnings(context, [output.problem]);
  context.print(output, (stream) => page(output, stream));
  return exitCode.done;
}

function page(output: ModelShowOutput, stream: OutputStream): string {
  const { model, kind, provider, agent, aliases } = output;
  const entries: (KeyValue | null)[] = [
    { label: 'model', value: model },
    aliases.length === 0 ? null : { label: 'aliases', value: aliases.join(', ') },
    provider && { label: 'provider', value: `${provider.title}: ${provider.about}` },
    provider && { label: 'key', value: keyText(provider) },
    agent && { label: 'agent', value: agent.title },
    agent && programEntry(agent),
    { label: 'price', value: priceText(output) },
    { label: 'takes', value: abilitiesText(output) },
    limitsEntry(output),
  ];
  const known = entries.filter((entry) => entry !== null);
  return `${renderKeyValues(known, stream)}\n${kind === 'model' || agent?.program ? nextLine(output.next, stream) : ''}`;
}

/** Whose program its name says, as exec's, has none of its own. */
function programEntry({ name, program }: AgentView): KeyValue | null {
  if (program === null && name === 'exec') return null;
  return { label: 'program', value: program ?? `${name} is not on the path` };
}

function priceText({ price, kind }: ModelShowOutput): string {
  if (price === null) return kind === 'agent' ? 'told by the agent, afterwards' : 'not known';
  const { input, output, cachedInput, source } = price;
  const cached = cachedInput === null ? '' : `, ${rate(cachedInput)} cached`;
  return `${rate(input)} in${cached}, ${rate(output)} out for a million tokens (${source})`;
}

function abilitiesText({ abilities, kind }: ModelShowOutput): string {
  if (abilities === null) return 'not known before there is a key';
  const { tools, images, schema, budget } = abilities;
  const taken = [
    images ? 'pictures' : '',
    schema ? 'a schema for its answer' : '',
    tools ? 'tools' : '',
    kind === 'agent' && budget ? 'a limit on what it spends' : '',
  ].filter((word) => word !== '');
  return taken.length === 0 ? 'text only' : ['text', ...taken].join(', ');
}

function limitsEntry({ limits }: ModelShowOutput): KeyValue | null {
  if (limits === null) return null;
  const { concurrency, requestsPerMinute } = limits;
  const rateLimit = requestsPerMinute === null ? '' : `, ${groupThousands(requestsPerMinute)} a minute`;
  return { label: 'at a time', value: `${concurrency} calls${rateLimit}` };
}
