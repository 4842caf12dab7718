import { Markup } from '../values/markup.js';

/** The characters of text, whether it is markup or not. */
export function stringOf(text: string | Markup): string {
  return text instanceof Markup ? text.text : text;
}
