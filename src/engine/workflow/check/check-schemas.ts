import { AnswerSchemaError } from '../../execution/errors.js';
import { requireSoundSchema } from '../../execution/require-sound-schema.js';
import type { FaultList } from '../fault-list.js';
import type { Step } from '../workflow.js';
import { allSteps } from './steps-in.js';

/** Tells of JSON schemas that no answer could be held against. */
export async function checkSchemas(steps: readonly Step[], faults: FaultList): Promise<void> {
  for (const step of allSteps(steps)) {
    if ((step.kind !== 'prompt' && step.kind !== 'ask') || step.schema === null) continue;
    try {
      await requireSoundSchema(step.schema.value);
    } catch (error) {
      if (!(error instanceof AnswerSchemaError)) throw error;
      faults.add(step.schema.span.start, error.message);
    }
  }
}
