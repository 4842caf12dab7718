import { excerpt } from '../../../base/text/excerpt.js';
import { isYamlText } from '../../../base/yaml/yaml-tree.js';
import type { Json } from '../../../models/spec/model-request.js';
import { TemplateError } from '../../../templates/index.js';
import type { TemplateText, TemplateValue } from '../workflow.js';
import { WorkflowTextError } from './errors.js';
import { jsonOf, NotJsonError } from './json-of.js';
import { offsetInFile } from './offset-in-file.js';
import { textTemplate, trimmed } from './text-template.js';

/** What templates see. */
export type Names = Readonly<Record<string, unknown>>;

/**
 * The text that a template makes of some values, which never become template code.
 *
 * @throws WorkflowTextError with the place in the file
 */
export function renderText(text: TemplateText, names: Names): string {
  return located(text, () => textTemplate(text).render(names));
}

/**
 * A value with all its texts filled in. A text that is exactly one expression, spaces around it aside, has that
 * expression's value, of whatever type.
 *
 * @throws WorkflowTextError with the place in the file
 */
export function evaluate(value: TemplateValue, names: Names): Json {
  switch (value.kind) {
    case 'scalar':
      return isYamlText(value) ? evaluateText(value, names) : value.value;
    case 'list':
      return value.items.map((item) => evaluate(item, names));
    case 'mapping':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key, evaluate(inner, names)]));
  }
}

/**
 * Whether a condition holds: its value counts as true as in Jinja2, so that nothing, zero, and what is empty do not.
 *
 * @throws WorkflowTextError with the place in the file
 */
export function isTrue(condition: TemplateValue, names: Names): boolean {
  const value = evaluate(condition, names);
  return typeof value === 'object' && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

function evaluateText(text: TemplateText, names: Names): Json {
  const alone = trimmed(text);
  return located(alone, () => {
    const template = textTemplate(alone);
    return template.isExpression ? jsonOf(template.evaluate(names)) : textTemplate(text).render(names);
  });
}

function located<Result>(text: TemplateText, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotJsonError) throw textError(text, error, { line: 1, column: 1 });
    throw error instanceof TemplateError ? textError(text, error, error) : error;
  }
}

function textError(
  text: TemplateText,
  cause: TemplateError | NotJsonError,
  at: { readonly line: number; readonly column: number },
): WorkflowTextError {
  const { source } = text;
  const position = source.position(offsetInFile(text, at));
  const place = { name: source.name, ...position, excerpt: excerpt(source, position) };
  return new WorkflowTextError(cause.message, place, cause instanceof TemplateError ? cause.remedy : {}, {
    cause,
  });
}
