import { formatBytes } from '../../base/text/format-bytes.js';
import { groupThousands } from '../../base/text/group-thousands.js';
import type { PromptShowOutput } from '../../operations/prompt/read-outputs.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { nextLine } from '../render/next-line.js';
import { renderPrompt } from '../render/prompt-view.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { useList } from './use-list.js';
import { variableTable } from './variable-table.js';

/** A prompt and one of its versions as a page: facts, variables, then what it says. */
export function renderPromptPage(output: PromptShowOutput, now: Date, stream: OutputStream): string {
  const { prompt, version, variables, messages } = output;
  return [
    renderKeyValues(facts(output, now), stream),
    variableTable(variables, stream),
    renderPrompt(`${prompt.name}@${version.number}`, messages, stream),
    nextLine(output.next, stream),
  ]
    .filter((block) => block !== '')
    .join('\n');
}

function facts(
  { prompt, version, settings, bringsIn, uses, sessions }: PromptShowOutput,
  now: Date,
): KeyValue[] {
  const entries = [
    ['Prompt', prompt.name],
    ['Id', prompt.id],
    ['Project', prompt.project?.name ?? 'none, it is there for all'],
    ['Description', prompt.description],
    ['Category', prompt.category],
    ['Tags', prompt.tags.join(', ')],
    ['Kind', kindOf(prompt)],
    ['Version', `${version.number} of ${prompt.latest}${version.note === null ? '' : `: ${version.note}`}`],
    ['Written', `${relativeTime(version.createdAt, now)} by ${version.author}, ${formatBytes(version.size)}`],
    ['Labels', prompt.labels.map(({ label, version: at }) => `${label} (version ${at})`).join(', ')],
    ['Model', settings.model],
    ['Settings', said(settings.parameters)],
    ['Answer', settings.responseSchema === null ? null : 'follows a JSON schema (see --json)'],
    ['Brings in', bringsIn.join(', ')],
    ['Used by', useList(uses)],
    ['Sessions', workedOn(sessions)],
  ] as const;
  return entries.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function workedOn(sessions: number): string | null {
  if (sessions === 0) return null;
  return sessions === 1 ? 'one was worked on with it' : `${groupThousands(sessions)} were worked on with it`;
}

function kindOf({ kind, featureType, isTemplate, isInForce }: PromptShowOutput['prompt']): string {
  const type = featureType === null ? null : `for ${featureType}`;
  const template = isTemplate ? `template${isInForce ? ', in force' : ''}` : null;
  return [kind, type, template && `(${template})`].filter((part) => part !== null).join(' ');
}

function said(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ');
}
