/** The shapes that template operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const text = z.string();
const count = z.number();

const place = { template: text, line: count, column: count };

export const templateRenderOutput = z.object({
  template: text,
  /** What it renders to. */
  text,
  /** Variables that it uses without a default and was not given; they print as nothing. */
  notGiven: z.array(text),
});

export const templateFinding = z.object({
  ...place,
  rule: text,
  severity: z.enum(['error', 'warning']),
  message: text,
  /** The line with a caret under the column. */
  excerpt: text,
});

export const templateCheckOutput = z.object({
  template: text,
  errors: count,
  warnings: count,
  findings: z.array(templateFinding),
});

export const templateVariable = z.object({
  name: text,
  /** Whether every use does without a value. */
  hasDefault: z.boolean(),
  /** Where it is used; `path` is what is used of it: `user.name`. */
  uses: z.array(z.object({ ...place, path: text, isOptional: z.boolean() })),
});

export const templateVariablesOutput = z.object({
  template: text,
  variables: z.array(templateVariable),
  /** Templates that it brings in and that are not there: what they use is not known. */
  missing: z.array(text),
});

export type TemplateRenderOutput = z.infer<typeof templateRenderOutput>;
export type TemplateFinding = z.infer<typeof templateFinding>;
export type TemplateCheckOutput = z.infer<typeof templateCheckOutput>;
export type TemplateVariableView = z.infer<typeof templateVariable>;
export type TemplateVariablesOutput = z.infer<typeof templateVariablesOutput>;
