import * as z from 'zod/mini';
import type { RequestSource } from '../../engine/session/feature-request.js';
import type { GivenAnswer } from '../../engine/session/take-answer.js';

/** A text that a caller hands in, with how it came. */
export const givenText = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'A text has to be given as bytes.'),
  input: z.object({
    method: z.enum(['argument', 'file', 'stdin', 'paste', 'edit', 'typed', 'library', 'kept']),
    name: z.nullable(z.string()),
  }),
});

/** A text as the feature request that it is. */
export function requestSource({ bytes, input }: z.output<typeof givenText>): RequestSource {
  return { bytes, name: input.name };
}

/** The type of a feature, by which templates may be chosen. */
export const featureTypeName = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9][a-z0-9_-]{0,39}$/,
      'A feature type has at most 40 small letters, digits, "-" and "_".',
    ),
  );

/** An answer: a text, and what shall be done about doubts. */
export const answerInput = z.object({
  session: z.optional(z.string()),
  answer: givenText,
  force: z._default(z.boolean(), false),
});

/** The session that an operation is about; without one, the session in use. */
export const sessionInput = z.object({ session: z.optional(z.string()) });

export function givenAnswer({ answer, force }: z.output<typeof answerInput>, append = false): GivenAnswer {
  return { bytes: answer.bytes, input: answer.input, force, append };
}

/**
 * A text of a program of your own, as operations take it.
 *
 * @example await processAnswer(app, { answer: fromLibrary(answer) });
 */
export function fromLibrary(text: string | Uint8Array): z.output<typeof givenText> {
  return {
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    input: { method: 'library', name: null },
  };
}
