import { parseLabel } from './label.js';
import { PromptNameError, parsePromptName } from './prompt-name.js';

/** Which version of a prompt is meant. */
export type VersionChoice =
  | { readonly by: 'latest' }
  | { readonly by: 'number'; readonly number: number }
  | { readonly by: 'label'; readonly label: string };

/** A prompt as people and templates name it: `name`, `name@7` or `name@production`. */
export interface PromptReference {
  readonly name: string;
  readonly version: VersionChoice;
}

/**
 * Reads a reference to a prompt. A bare name, and `name@latest`, is its latest version.
 *
 * @throws PromptNameError
 * @example parsePromptReference('team/review@7').version // { by: 'number', number: 7 }
 */
export function parsePromptReference(text: string): PromptReference {
  const at = text.indexOf('@');
  if (at < 0) return { name: parsePromptName(text), version: { by: 'latest' } };
  return { name: parsePromptName(text.slice(0, at)), version: parseVersionChoice(text.slice(at + 1)) };
}

/**
 * Reads what may stand behind the `@`.
 * @throws PromptNameError
 */
export function parseVersionChoice(text: string): VersionChoice {
  if (text === 'latest') return { by: 'latest' };
  if (!/^\d+$/.test(text)) return { by: 'label', label: parseLabel(text) };
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return { by: 'number', number };
  throw new PromptNameError(`"${text}" is no version: versions count from 1.`, {
    hint: 'Name a version by its number or by a label: review@7, review@production.',
  });
}

/** @example referenceText({ name: 'review', version: { by: 'label', label: 'production' } }) === 'review@production' */
export function referenceText({ name, version }: PromptReference): string {
  switch (version.by) {
    case 'latest':
      return name;
    case 'number':
      return `${name}@${version.number}`;
    case 'label':
      return `${name}@${version.label}`;
  }
}
