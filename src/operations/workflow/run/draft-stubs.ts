import * as z from 'zod/mini';
import { keysAsWritten } from '../../../base/text/snake-case.js';
import { stubTemplate } from '../../../engine/workflow/dry-run/stub-template.js';
import type { JsonValue } from '../../../formats/json-value.js';
import { printYaml } from '../../../formats/yaml/print-yaml.js';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { Deps } from '../../deps.js';
import { givenWorkflow } from '../given-workflow.js';
import type { WorkflowStubsOutput } from './run-outputs.js';
import { soundProgram } from './sound-program.js';

/**
 * Stubs to begin with: one for each step that a dry run needs one for.
 * @throws WorkflowInvalidError, NotFoundError, AmbiguousReferenceError
 */
export const draftStubs = guarded(
  needs.draftStubs,
  z.object({ workflow: givenWorkflow }),
  async (deps: Deps, given): Promise<WorkflowStubsOutput> => {
    const { name, program } = await soundProgram(deps, given.workflow);
    // Both say the same: what JSON can say.
    const stubs = stubTemplate(program) as Record<string, JsonValue>;
    return { workflow: name, stubs: keysAsWritten(stubs), text: await printYaml(stubs) };
  },
);
