import * as z from 'zod/mini';

/** A file that a caller hands in. */
export const givenFile = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'A text has to be given as bytes.'),
  /** Its name, for errors. */
  name: z.string(),
});

/** A template with the options of the language. */
export const templateInput = z.object({
  template: givenFile,
  trimBlocks: z._default(z.boolean(), false),
  lstripBlocks: z._default(z.boolean(), false),
  keepTrailingNewline: z._default(z.boolean(), false),
  autoescape: z._default(z.boolean(), false),
  undefined: z._default(z.enum(['default', 'strict', 'chainable']), 'default'),
});

export type GivenFile = z.infer<typeof givenFile>;
export type TemplateInput = z.output<typeof templateInput>;
