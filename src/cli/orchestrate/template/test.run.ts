import { formatBytes } from '../../../base/text/format-bytes.js';
import { groupThousands } from '../../../base/text/group-thousands.js';
import type { TemplateTestOutput } from '../../../operations/orchestration-template/outputs.js';
import { testTemplate } from '../../../operations/orchestration-template/test-template.js';
import type { InputOf } from '../../command.js';
import type { CommandContext } from '../../command-context.js';
import { exitCode } from '../../exit-code.js';
import { readText } from '../../input/text-source.js';
import { renderDifference } from '../../render/difference.js';
import { renderKeyValues } from '../../render/key-values.js';
import { renderPrompt } from '../../render/prompt-view.js';
import { styleFor } from '../../render/style.js';
import type { OutputStream } from '../../streams.js';
import type { test } from './test.js';

type Given = InputOf<typeof test>;

export async function run(context: CommandContext, { arguments: given, options }: Given): Promise<number> {
  const deps = await context.open();
  const output = await testTemplate(deps, {
    template: given.template === undefined ? await readTemplate(context, options) : { name: given.template },
    kind: options.kind,
    featureType: options.type,
    session: options.session,
    against: options.against,
  });
  context.print(output, (stream) => testPage(output, options.full, stream));
  return output.sound ? exitCode.done : exitCode.partly;
}

async function readTemplate(context: CommandContext, { file, paste, edit }: Given['options']) {
  const { bytes, method, name } = await readText({ what: 'the template', file, paste, edit }, context);
  return { content: { text: { bytes, input: { method, name } } } };
}

function testPage(output: TemplateTestOutput, full: boolean, stream: OutputStream): string {
  const { bold, dim, green, yellow } = styleFor(stream);
  const list = (names: readonly string[]) => (names.length === 0 ? 'none' : names.join(', '));
  const facts = renderKeyValues(
    [
      { label: 'Template', value: `${output.template} (${output.kind})` },
      { label: 'Rendered for', value: output.session ?? 'a sample' },
      { label: 'Size', value: `about ${groupThousands(output.tokens)} tokens, ${formatBytes(output.bytes)}` },
      { label: 'Needed, not used', value: list(output.missing) },
      { label: 'Not known', value: list(output.unknown) },
      { label: 'Not used', value: list(output.unused) },
      ...(output.contract.length === 0 ? [] : [{ label: 'Asks for', value: contractText(output) }]),
    ],
    stream,
  );
  const verdict = output.sound ? green('Nothing is missing.') : yellow('Something is missing.');
  const page = full ? `\n${renderPrompt(output.template, output.messages, stream)}` : '';
  return `${facts}${comparison(output, stream)}${page}${verdict}\n${dim('Next:')} ${bold(output.next)}\n`;
}

function contractText({ contract }: TemplateTestOutput): string {
  return contract.map(({ section, askedFor }) => (askedFor ? section : `no ${section}`)).join(', ');
}

function comparison({ against }: TemplateTestOutput, stream: OutputStream): string {
  if (against === null) return '';
  const { dim } = styleFor(stream);
  const other = `session ${against.session} was given (${against.template ?? 'unknown template'})`;
  if (against.same) return `${dim(`The same as what ${other}.`)}\n`;
  return `\n${dim(`- what ${other}, + what it would be given:`)}\n${renderDifference(against.difference, stream)}\n`;
}
