import { type Template, TemplateCache } from '../../../templates/index.js';
import type { TemplateText } from '../workflow.js';
import { ChanceError } from './errors.js';

/**
 * A missing value is an error, and a text keeps its last line feed, as the file has it. Nothing is left to chance: a
 * run that goes on renders its texts again, and takes what is on record only where they are the same.
 */
const OPTIONS = {
  undefined: 'strict',
  keepTrailingNewline: true,
  filters: { random: refused('random') },
  globals: { lipsum: refused('lipsum') },
} as const;

function refused(name: string): () => never {
  return () => {
    throw new ChanceError(name);
  };
}

let templates: TemplateCache | undefined;

/** The template that a text is. */
export function textTemplate({ value }: TemplateText): Template {
  templates ??= new TemplateCache(OPTIONS);
  return templates.compile(value);
}

/** The text without the spaces around it: a value may stand on lines of its own and still be one expression. */
export function trimmed(text: TemplateText): TemplateText {
  return { ...text, value: text.value.trim() };
}
