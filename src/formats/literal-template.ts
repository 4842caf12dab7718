import { printJinja } from './jinja/print-jinja.js';

/**
 * The template that renders to a text, whatever the text holds.
 *
 * @example literalTemplate('Hello {{name}}') === "Hello {{ '{{' }}name}}"
 */
export function literalTemplate(text: string): string {
  return printJinja([{ kind: 'text', text }]);
}
