import * as z from 'zod/mini';
import { textKeys } from '../text-keys.js';

/**
 * What is wrong with a text of the older tool.
 * - `holds-another-section`: the heading of another section stands inside it
 * - `begins-inside-a-list`: it begins with the second or a later item of a list
 * - `fence-left-open`: a code block in it is opened and never closed
 * - `breaks-off`: its last line announces something that does not follow
 * - `not-there`: the session names the text, or should, and there is none
 */
export const cutProblems = [
  'holds-another-section',
  'begins-inside-a-list',
  'fence-left-open',
  'breaks-off',
  'not-there',
] as const;

export const cutFinding = z.object({
  /** The key under `files` that names the text. */
  text: z.enum(textKeys),
  problem: z.enum(cutProblems),
  /** Whether the text could be put right from what lies in the other texts. */
  repaired: z.boolean(),
});

export type CutProblem = (typeof cutProblems)[number];
export type CutFinding = z.output<typeof cutFinding>;
