import type { VariableDeclaration } from '../formats/prompt-document.js';
import { type FetchTemplate, type LintFinding, lint, withFetched } from '../templates/index.js';
import { namedMessages } from './named-messages.js';
import type { PromptContent } from './prompt-content.js';
import { usedVariables } from './used-variables.js';
import { boundValue, VariableValueError } from './variable-value.js';

/** Something in the content of a prompt that is wrong, or most likely not meant. */
export interface ContentFinding extends Omit<LintFinding, 'rule'> {
  readonly rule:
    | LintFinding['rule']
    | 'unused-variable'
    | 'missing-variable'
    | 'section-not-asked'
    | 'rendering'
    | 'wrong-default';
}

/**
 * Looks for mistakes in the content of a prompt: in each message what cannot be rendered, filters and prompts
 * that do not exist, and what is most likely not meant; in the declarations, defaults that do not fit, and
 * variables that nothing uses.
 *
 * @param name the prompt's name, as findings show it; messages of several have their number behind it
 */
export async function checkContent(
  name: string,
  content: PromptContent,
  fetch: FetchTemplate,
): Promise<ContentFinding[]> {
  const messages = namedMessages(name, content);
  const inMessages = await withFetched(fetch, (loader) =>
    messages.flatMap((message) => lint(message.text, { name: message.name, loader })),
  );
  const wrong = content.variables.flatMap((variable) => wrongDefault(name, variable));
  const faults = [...inMessages, ...wrong];
  if (faults.some(({ severity }) => severity === 'error')) return faults;
  const used = await usedVariables(content, fetch);
  const unused = content.variables.filter((variable) => !used.has(variable.name));
  return [...inMessages, ...unused.map((variable) => unusedVariable(name, variable.name))];
}

function unusedVariable(prompt: string, name: string): ContentFinding {
  const message = `The variable "${name}" is declared, and nothing uses it.`;
  return { rule: 'unused-variable', severity: 'warning', message, ...declarationsOf(prompt) };
}

function wrongDefault(prompt: string, declaration: VariableDeclaration): ContentFinding[] {
  if (declaration.default === undefined) return [];
  try {
    boundValue(declaration.name, declaration, { from: 'default', value: declaration.default });
    return [];
  } catch (error) {
    if (!(error instanceof VariableValueError)) throw error;
    const message = [error.message, error.remedy.hint].filter((part) => part !== undefined).join(' ');
    return [{ rule: 'wrong-default', severity: 'error', message, ...declarationsOf(prompt) }];
  }
}

/** The declarations have no place in a text. */
function declarationsOf(prompt: string) {
  return { templateName: prompt, line: 1, column: 1, excerpt: '' };
}
