import type { BudgetOptions } from './budget.js';
import type { UndefinedKind } from './values/undefined.js';

/** The name of a template that was given none. */
export const DEFAULT_NAME = '<template>';

/**
 * A function of the caller that a template may call: as a filter or test it gets the value first, then the
 * arguments; named arguments come last as one object. Values arrive as plain JavaScript.
 */
export type HostFunction = (...values: never[]) => unknown;

/** Gives the text of a template by its name; undefined when there is none. */
export type TemplateLoader = (name: string) => string | undefined;

/** How a template is compiled and rendered. */
export interface TemplateOptions {
  /** The template's name in errors. Default `<template>`. */
  readonly name?: string;
  /** Drop the first newline after a block tag. Default false. */
  readonly trimBlocks?: boolean;
  /** Drop spaces before a block tag that begins its line. Default false. */
  readonly lstripBlocks?: boolean;
  /** Keep one newline at the end of a template. Default false. */
  readonly keepTrailingNewline?: boolean;
  /** Escape what is printed for HTML. Default false. */
  readonly autoescape?: boolean;
  /**
   * What a missing value does: `default` prints as nothing but has no attributes, `strict` refuses
   * everything but `is defined` and `default`, `chainable` also lets attributes be asked for.
   */
  readonly undefined?: UndefinedKind;
  /** The texts of the templates that includes, imports and extends name. */
  readonly loader?: TemplateLoader;
  /** The names among which a template that the loader does not have may be found: "Did you mean". */
  readonly namesNear?: (missing: string) => Iterable<string>;
  /** What one rendering may use. */
  readonly budget?: BudgetOptions;
  /** Filters besides the built-in ones, or in place of them. */
  readonly filters?: Readonly<Record<string, HostFunction>>;
  /** Tests besides the built-in ones, or in place of them. */
  readonly tests?: Readonly<Record<string, HostFunction>>;
  /** Values and functions that every template sees. */
  readonly globals?: Readonly<Record<string, unknown>>;
}
