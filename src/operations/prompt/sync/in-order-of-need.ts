import { broughtInNames } from '../../../prompts/brought-in-names.js';
import type { PromptContent } from '../../../prompts/prompt-content.js';

interface Needing {
  readonly name: string;
  readonly document: Pick<PromptContent, 'messages'>;
}

/**
 * Prompts in such an order that each comes behind those that it brings in, as far as they are among them; those
 * that bring each other in, in any order. A prompt is only taken when what it brings in is there.
 *
 * @param prompts each with a name of its own
 */
export function inOrderOfNeed<Prompt extends Needing>(prompts: readonly Prompt[]): Prompt[] {
  const left = new Map(prompts.map((prompt) => [prompt.name, prompt]));
  const ordered: Prompt[] = [];
  const begin = (prompt: Prompt) => {
    left.delete(prompt.name);
    return { prompt, needs: needsOf(prompt).values() };
  };
  for (const first of prompts) {
    const way = left.has(first.name) ? [begin(first)] : [];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const { done, value } = last.needs.next();
      const needed = value === undefined ? undefined : left.get(value);
      if (needed !== undefined) way.push(begin(needed));
      if (done) ordered.push(last.prompt);
      if (done) way.pop();
    }
  }
  return ordered;
}

/** The names that a prompt brings in, without versions. */
function needsOf({ document }: Needing): string[] {
  return document.messages
    .flatMap(({ text }) => broughtInNames(text))
    .map((name) => name.split('@')[0] ?? name);
}
