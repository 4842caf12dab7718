import type { LayerView, ResolutionView } from '../../../operations/orchestration-template/outputs.js';
import { resolveTemplates } from '../../../operations/orchestration-template/resolve-template.js';
import { namedTemplates } from '../../../operations/session/named-templates.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { sentence } from '../../render/next-line.js';
import { styleFor } from '../../render/style.js';
import { renderTable } from '../../render/table.js';
import type { OutputStream } from '../../streams.js';
import { layerWords } from '../template-origin.js';
import type { resolve } from './resolve.js';

export async function run(context: CommandContext, { options }: InputOf<typeof resolve>): Promise<number> {
  const output = await resolveTemplates(await context.open(), {
    kind: options.kind,
    featureType: options.type,
    named: namedTemplates(options.template),
  });
  context.print(output, (stream) => {
    const { bold, dim } = styleFor(stream);
    const pages = output.kinds.map((kind) => kindPage(kind, stream));
    return `${pages.join('\n')}\n${dim('Next:')} ${bold(output.next)}\n`;
  });
  return exitCode.done;
}

/** What fits beside a layer and a template in 80 columns; more would be cut off. */
const LONGEST_WHY = 24;

function kindPage({ kind, template, layers }: ResolutionView, stream: OutputStream): string {
  const { bold, dim, green, red } = styleFor(stream);
  const looks: Record<LayerView['state'], (text: string) => string> = {
    wins: green,
    broken: red,
    hidden: (text) => text,
    none: dim,
    off: dim,
  };
  const rows = renderTable(
    layers.filter(({ layer, state }) => layer !== 'workspace' || state !== 'none'),
    [
      { header: '', cell: ({ state }) => (state === 'wins' ? '*' : ''), minWidth: 1, paint: green },
      { header: 'Layer', cell: ({ layer }) => layerWords[layer] },
      { header: 'Template', cell: (layer) => layer.template ?? '-' },
      {
        header: 'Why',
        cell: ({ why }) => (why.length > LONGEST_WHY ? 'see below' : why),
        flexible: true,
        minWidth: 16,
        paint: (text, { state }) => looks[state](text),
      },
    ],
    stream,
  );
  const below = layers
    .filter(({ why }) => why.length > LONGEST_WHY)
    .map(({ layer, why }) => sentence(`${layerWords[layer]}: ${why}`, stream));
  return `${bold(kind)}: ${template}\n${rows}${below.join('')}`;
}
