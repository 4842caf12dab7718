import * as z from 'zod/mini';
import type { AttemptId } from '../../../base/ids.js';
import type { Json } from '../../../models/spec/model-request.js';

/** What a step that a model did keeps of what it brought forth; money in thousand-millionths of a dollar. */
const stepOutput = z.object({
  attempt: z.custom<AttemptId>((value) => typeof value === 'string'),
  executions: z.array(z.string()),
  cost: z.nullable(z.number()),
  missing: z.array(z.object({ kind: z.enum(['path', 'symbol']), text: z.string(), line: z.number() })),
  verified: z.nullable(z.boolean()),
});

export type StepOutput = z.output<typeof stepOutput>;

/** @throws when it is not what a step of a session leaves */
export function readStepOutput(output: Json): StepOutput {
  return z.parse(stepOutput, output);
}

/** The same; null for a try that left nothing. */
export function stepOutputOrNull(output: Json): StepOutput | null {
  const { success, data } = z.safeParse(stepOutput, output);
  return success ? data : null;
}
