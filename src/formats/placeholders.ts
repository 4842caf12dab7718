import { isVariableName, variableName } from './jinja/names.js';
import type { TemplateNode } from './jinja/node.js';
import { printJinja } from './jinja/print-jinja.js';
import type { Loss } from './prompt-format.js';

/** A text whose marks have become variables of a template. */
export interface FilledText {
  readonly template: string;
  readonly losses: readonly Loss[];
}

/** What a mark stands for: a variable, or a text. */
export type Meaning = { readonly variable: string } | { readonly text: string };

/**
 * The template of a text in which another tool fills in marks. The rest of the text stays as it is.
 *
 * @param pattern global and linear
 * @param meaningOf what a match stands for
 */
export function fillMarks(
  text: string,
  pattern: RegExp,
  meaningOf: (match: RegExpExecArray) => Meaning,
): FilledText {
  const nodes: TemplateNode[] = [];
  const losses = new Map<string, Loss>();
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    nodes.push({ kind: 'text', text: text.slice(at, match.index) });
    const meaning = meaningOf(match);
    if ('text' in meaning) nodes.push({ kind: 'text', text: meaning.text });
    else nodes.push({ kind: 'output', path: [variableName(meaning.variable)], line: 1 });
    if ('variable' in meaning && !isVariableName(meaning.variable))
      losses.set(match[0], renamed(match[0], meaning));
    at = match.index + match[0].length;
  }
  nodes.push({ kind: 'text', text: text.slice(at) });
  return { template: printJinja(nodes), losses: [...losses.values()] };
}

function renamed(mark: string, { variable }: { variable: string }): Loss {
  return {
    what: `the name in ${mark}`,
    reason: `it is {{ ${variableName(variable)} }} here, as templates cannot name it so`,
  };
}
