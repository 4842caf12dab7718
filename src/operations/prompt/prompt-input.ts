import * as z from 'zod/mini';
import { featureTypeName } from '../session/given-text.js';

export const promptReference = z.object({ prompt: z.string() });

const word = (what: string) =>
  z
    .string()
    .check(
      z.trim(),
      z.regex(
        /^[\p{L}\p{N}_][\p{L}\p{N}\p{M} ._/-]{0,59}$/u,
        `A ${what} has at most 60 letters, digits, spaces and . _ / -`,
      ),
    );

export const tagInput = word('tag');

/** What is known of a prompt besides its content; what is not given stays as it is. Null takes a value away. */
export const aboutInput = z.object({
  description: z.optional(z.nullable(z.string())),
  category: z.optional(z.nullable(word('category'))),
  tags: z.optional(z.array(tagInput)),
  kind: z.optional(z.nullable(word('kind'))),
  featureType: z.optional(z.nullable(featureTypeName)),
  isTemplate: z.optional(z.boolean()),
});

export type AboutInput = z.output<typeof aboutInput>;
