import { forTerminalLine } from '../../../base/text/terminal-text.js';
import type { PromptWriteOutput } from '../../../operations/prompt/outputs.js';
import { styleFor } from '../../render/style.js';
import type { OutputStream } from '../../streams.js';

/** A template that was written, and whether sessions take it. */
export function renderTemplateChange(
  { prompt, version, changed, next }: PromptWriteOutput,
  stream: OutputStream,
): string {
  const { bold, dim } = styleFor(stream);
  const whose = prompt.project === null ? 'all projects' : `project ${forTerminalLine(prompt.project.name)}`;
  const type = prompt.featureType === null ? '' : `, feature type ${prompt.featureType}`;
  const force = prompt.isInForce ? 'sessions take it' : 'an alternative: sessions take it when it is named';
  const written = changed
    ? `${bold(prompt.name)} has version ${version}`
    : `${bold(prompt.name)} is as it was`;
  return `${written} (${prompt.kind ?? ''}, ${whose}${type}); ${force}.\n${dim('Next:')} ${bold(next)}\n`;
}
