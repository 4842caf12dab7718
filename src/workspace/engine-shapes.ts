import * as z from 'zod/mini';
import type { AnswerResult } from '../engine/session/attempt.js';
import type { SessionState } from '../engine/session/session-state.js';
import { steps } from '../engine/session/step.js';

/*
 * What the engine keeps, checked as far as reading it would otherwise fail: a file may have been edited by
 * hand, or cut by a merge. What lies deeper is taken as it was written.
 */

const stepShape = z.looseObject({ state: z.string() });

const stateShape = z.looseObject({
  lifecycle: z.enum(['active', 'cancelled', 'deleted']),
  steps: z.looseObject(Object.fromEntries(steps.map((step) => [step, stepShape]))),
});

const sectionShape = z.nullable(z.looseObject({ text: z.string() }));
const list = z.array(z.unknown());

const resultShape = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('planning'),
    sections: z.looseObject({
      analysis: sectionShape,
      implementation: sectionShape,
      notes: sectionShape,
    }),
    missing: list,
    report: z.looseObject({ missing: list, duplicates: list, truncated: list, leftOver: list }),
  }),
  z.looseObject({ kind: z.literal('analysis') }),
  z.looseObject({
    kind: z.literal('implementation'),
    report: z.looseObject({ files: list, tests: list, verification: list }),
  }),
]);

/** A session's state. */
export const keptState = z.custom<SessionState>((value) => z.safeParse(stateShape, value).success);

/** What was read from an answer. */
export const keptResult = z.custom<AnswerResult>((value) => z.safeParse(resultShape, value).success);
