import { closestName } from '../../../../base/text/closest-name.js';
import { isYamlText, type YamlScalar, type YamlText } from '../../../../base/yaml/yaml-tree.js';
import { mapped, type Schema, type Shape, withSchema } from './shape.js';

/** A text, with its place. */
export const text: Shape<YamlText> = {
  schema: { type: 'string' },
  read: (node, label, reading) =>
    isYamlText(node)
      ? node
      : reading.refuse(
          node.span,
          `${label} is to be a text.`,
          hintForText(node.kind === 'scalar' ? node : null),
        ),
};

/** A text that says something. */
export const filledText = matching(/\S/, 'is empty');

/** The text alone, without its place. */
export const plainText = mapped(text, ({ value }) => value);

/** @param fault what a text that does not match is told, behind its label */
export function matching(pattern: RegExp, fault: string, hint: string | null = null): Shape<YamlText> {
  const shape = mapped(text, (found, node, label, reading) =>
    pattern.test(found.value) ? found : reading.refuse(node.span, `${label} ${fault}.`, hint),
  );
  return withSchema({ type: 'string', pattern: pattern.source }, shape);
}

/** What stands between two numbers, both included. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
}

export function number(limits: Limits = {}): Shape<number> {
  return numeric('number', 'a number', Number.isFinite, limits);
}

export function integer(limits: Limits = {}): Shape<number> {
  return numeric('integer', 'a whole number', Number.isSafeInteger, limits);
}

function numeric(
  type: string,
  wording: string,
  fits: (value: number) => boolean,
  { least, most }: Limits,
): Shape<number> {
  return {
    schema: {
      type,
      ...(least === undefined ? {} : { minimum: least }),
      ...(most === undefined ? {} : { maximum: most }),
    },
    read(node, label, reading) {
      const value = node.kind === 'scalar' ? node.value : null;
      if (typeof value === 'number' && fits(value) && value >= (least ?? value) && value <= (most ?? value))
        return value;
      return reading.refuse(node.span, `${label} is to be ${wording}${rangeOf({ least, most })}.`);
    },
  };
}

function rangeOf({ least, most }: { least: number | undefined; most: number | undefined }): string {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return ` of at least ${least}`;
  return most === undefined ? '' : ` of at most ${most}`;
}

export const boolean: Shape<boolean> = {
  schema: { type: 'boolean' },
  read(node, label, reading) {
    const value = node.kind === 'scalar' ? node.value : null;
    return typeof value === 'boolean' ? value : reading.refuse(node.span, `${label} is to be true or false.`);
  },
};

/** One of a few words. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): Shape<Choice> {
  const schema: Schema = { enum: [...choices] };
  return {
    schema,
    read(node, label, reading) {
      const value = node.kind === 'scalar' ? node.value : null;
      const choice = choices.find((candidate) => candidate === value);
      if (choice !== undefined) return choice;
      const near = typeof value === 'string' ? closestName(value, choices) : undefined;
      const hint = near === undefined ? null : `Did you mean "${near}"?`;
      return reading.refuse(node.span, `${label} is to be one of: ${choices.join(', ')}.`, hint);
    },
  };
}

function hintForText(scalar: YamlScalar | null): string | null {
  if (scalar === null) return 'A text that begins with { or [ has to be in quotes.';
  return scalar.value === null ? null : `To say the text ${String(scalar.value)}, put it in quotes.`;
}
