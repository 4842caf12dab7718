import { groupThousands } from '../../base/text/group-thousands.js';
import type { UseView } from '../../operations/prompt/read-outputs.js';

const MOST_SHOWN = 10;

/** The prompts that bring another one in, with their versions: "plan@3 @2, review@1 (project shop) and 4 more". */
export function useList(uses: readonly UseView[]): string {
  const texts = usingPrompts(uses).map(promptText);
  const more = texts.length - MOST_SHOWN;
  const shown = texts.slice(0, MOST_SHOWN).join(', ');
  return more > 0 ? `${shown} and ${groupThousands(more)} more` : shown;
}

/** The uses of each prompt by itself: its newest version and labelled ones. */
export function usingPrompts(uses: readonly UseView[]): UseView[][] {
  const byPrompt = new Map<string, UseView[]>();
  for (const use of uses) byPrompt.set(use.prompt.id, [...(byPrompt.get(use.prompt.id) ?? []), use]);
  return [...byPrompt.values()];
}

function promptText(uses: readonly UseView[]): string {
  const [first] = uses;
  if (first === undefined) return '';
  const { name, project } = first.prompt;
  const versions = [...new Set(uses.map(({ version }) => `@${version}`))].join(' ');
  return `${name}${versions}${project === null ? '' : ` (project ${project.name})`}`;
}
