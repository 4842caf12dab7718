import type { FetchTemplate } from '../templates/index.js';
import { broughtInNames } from './brought-in-names.js';
import type { PromptContent } from './prompt-content.js';
import { isBuiltin } from './prompt-name.js';
import { parsePromptReference, referenceText } from './prompt-reference.js';

/**
 * The way on which a prompt would bring itself in by literal names: such a prompt never comes to an end.
 *
 * @param name by which others will mean `content`: the prompt's name for its newest version, or `name@label`
 * @returns the names on the way, from the prompt to itself; null when there is none
 * @throws PromptNameError for what cannot be a name, and what `fetch` throws
 * @example await includeCircle('a', { messages: [{ role: 'user', text: '{% include "a" %}' }] }, fetch) // ['a', 'a']
 */
export async function includeCircle(
  name: string,
  { messages }: Pick<PromptContent, 'messages'>,
  fetch: FetchTemplate,
): Promise<readonly string[] | null> {
  const broughtInBy = new Map<string, string | null>();
  const left: string[] = [];
  const note = (names: readonly string[], by: string | null) => {
    for (const other of names) {
      if (broughtInBy.has(other)) continue;
      broughtInBy.set(other, by);
      left.push(other);
    }
  };
  note(
    messages.flatMap(({ text }) => broughtInNames(text)),
    null,
  );
  for (let other = left.pop(); other !== undefined; other = left.pop()) {
    if (means(other, name)) return [name, ...wayTo(other, broughtInBy).slice(0, -1), name];
    const text = await fetch(other);
    if (text !== undefined) note(broughtInNames(text), other);
  }
  return null;
}

function means(reference: string, name: string): boolean {
  if (isBuiltin(reference)) return false;
  return referenceText(parsePromptReference(reference)) === name;
}

function wayTo(name: string, broughtInBy: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = [];
  for (let at: string | null = name; at !== null; at = broughtInBy.get(at) ?? null) way.unshift(at);
  return way;
}
