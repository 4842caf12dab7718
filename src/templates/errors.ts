import type { Remedy, TextPlace } from '../base/errors.js';
import { PromptRunnerError } from '../base/errors.js';
import { excerpt } from '../base/text/excerpt.js';
import type { Position, SourceText } from '../base/text/source-text.js';

/** Where in which template an error happened. */
export interface ErrorPlace extends Position {
  readonly templateName: string;
  /** The line with a caret under the column. */
  readonly excerpt: string;
}

/** Finds the place of an offset in a template. */
export function placeOf(source: SourceText, offset: number): ErrorPlace {
  const position = source.position(offset);
  return { ...position, templateName: source.name, excerpt: excerpt(source, position) };
}

/** Any failure of a template: what its message says happened at `line` and `column` of `templateName`. */
export abstract class TemplateError extends PromptRunnerError {
  readonly kind = 'failed';
  /** Line in the template, from 1. */
  readonly line: number;
  /** Column in that line, from 1, in UTF-16 units. */
  readonly column: number;
  readonly templateName: string;
  /** The line with a caret under the column, two lines of text. */
  readonly excerpt: string;

  constructor(message: string, place: ErrorPlace, remedy: Remedy = {}, options?: ErrorOptions) {
    super(message, remedy, options);
    this.line = place.line;
    this.column = place.column;
    this.templateName = place.templateName;
    this.excerpt = place.excerpt;
  }

  override get place(): TextPlace {
    const { templateName: name, line, column, excerpt } = this;
    return { name, line, column, excerpt };
  }
}

/** The text is not a template: a tag left open, an unknown filter, a misplaced block. Thrown by `compile`. */
export class TemplateSyntaxError extends TemplateError {
  readonly code = 'TEMPLATE_SYNTAX';
  /** What was meant most likely, such as "Did you mean 'upper'?"; the remedy is for any such error without. */
  readonly suggestion: string | undefined;

  constructor(message: string, place: ErrorPlace, remedy: Remedy = {}, options?: ErrorOptions) {
    super(message, place, { ...remedy, hint: remedy.hint ?? ABOUT_SYNTAX }, options);
    this.suggestion = remedy.hint;
  }
}

/** A value that the template needs was not given. */
export class UndefinedError extends TemplateError {
  readonly code = 'TEMPLATE_UNDEFINED';

  constructor(message: string, place: ErrorPlace, remedy: Remedy = ABOUT_MISSING, options?: ErrorOptions) {
    super(message, place, remedy, options);
  }
}

/** Values that do not fit what the template does with them: a wrong type, a division by zero. */
export class TemplateRuntimeError extends TemplateError {
  readonly code = 'TEMPLATE_RUNTIME';

  constructor(message: string, place: ErrorPlace, remedy: Remedy = ABOUT_VALUES, options?: ErrorOptions) {
    super(message, place, remedy, options);
  }
}

/** An include, import or extends names a template that the loader does not have. */
export class TemplateNotFoundError extends TemplateError {
  readonly code = 'TEMPLATE_NOT_FOUND';
  /** The names that were tried, in order. */
  readonly names: readonly string[];

  constructor(message: string, place: ErrorPlace, names: readonly string[], remedy?: Remedy) {
    super(message, place, remedy);
    this.names = names;
  }
}

/** The template used up one of its budgets. */
export class LimitError extends TemplateError {
  readonly code = 'TEMPLATE_LIMIT';
  /** The name of the budget, as in `options.budget`. */
  readonly limit: string;

  constructor(message: string, place: ErrorPlace, limit: string) {
    super(message, place, ABOUT_LIMITS);
    this.limit = limit;
  }
}

const ABOUT_SYNTAX =
  'Mend the template there. What shall stay as it is goes between {% raw %} and {% endraw %}.';

const ABOUT_MISSING: Remedy = {
  hint: `Give it a value, or a default in the template: {{ name | default("none") }}.`,
};

const ABOUT_VALUES: Remedy = { hint: 'Mend the template there, or the value that it was given.' };

/** Some limits are fixed: the sentence holds for all of them. */
const ABOUT_LIMITS: Remedy = {
  hint: 'Let the template do less, or give it smaller values. A program may set other limits (options.budget).',
};
