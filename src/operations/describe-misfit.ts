import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';

const { localeError } = english();

/**
 * Says in a sentence why an input does not fit a schema. What a schema says in words of its own is a
 * sentence already.
 */
export function describeMisfit(schema: z.core.$ZodType, input: unknown): string {
  const { error } = z.safeParse(schema, input, { error: sentence });
  return error?.issues[0]?.message ?? 'The input is not valid.';
}

function sentence(issue: z.core.$ZodRawIssue): string {
  const said = localeError(issue);
  const message = typeof said === 'string' ? said : said?.message;
  return `The ${wordsOf(issue.path ?? [])} is not valid. ${message ?? 'Invalid input'}.`;
}

/** @example wordsOf(['answer', 'featureType']) === 'answer feature type' */
function wordsOf(path: readonly PropertyKey[]): string {
  const words = path.map((key) => String(key).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  return words.length === 0 ? 'input' : words.join(' ');
}
