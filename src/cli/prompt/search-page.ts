import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { PromptSearchOutput } from '../../operations/prompt/read-outputs.js';
import { indented, markedText, passageText } from '../render/passage.js';
import { styleFor } from '../render/style.js';
import type { OutputStream } from '../streams.js';

type Hit = PromptSearchOutput['hits'][number];
type Match = Hit['matches'][number];

/** What was found, the nearest first: the prompt, then the passages with what was looked for in bold. */
export function renderHits({ hits, more }: PromptSearchOutput, stream: OutputStream): string {
  const rest = more ? `The nearest ${groupThousands(hits.length)}; --limit shows more.\n` : '';
  return [...hits.map((hit) => hitBlock(hit, stream)), rest].filter((block) => block !== '').join('\n');
}

function hitBlock({ prompt, matches }: Hit, stream: OutputStream): string {
  const { dim } = styleFor(stream);
  const inName = matches.find(({ field }) => field === 'name');
  const name = inName === undefined ? forTerminalLine(prompt.name) : markedText(inName, stream);
  const whose = prompt.project === null ? '' : dim(`  project ${forTerminalLine(prompt.project.name)}`);
  const told = prompt.description !== null && !matches.some(({ field }) => field === 'description');
  const lines = [
    ...(told ? [dim(forTerminalLine(prompt.description ?? ''))] : []),
    ...matches.filter(({ field }) => field !== 'name').map((match) => passage(match, stream)),
  ];
  return `${name}${whose}\n${lines.map((line) => `${indented(line, stream)}\n`).join('')}`;
}

/** What is not a passage of the text says what it is. */
function passage(match: Match, stream: OutputStream): string {
  const text = passageText(match, stream);
  return match.field === 'content' ? text : `${styleFor(stream).dim(`${match.field}:`)} ${text}`;
}
