/** The shapes that completion gives back; see the session operations' outputs. */
import * as z from 'zod/mini';

export const completionOutput = z.object({ shell: z.string(), script: z.string() });

export type CompletionOutput = z.infer<typeof completionOutput>;
