import * as z from 'zod/mini';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { findWorkflow } from './find-workflow.js';
import { shownSource } from './given-workflow.js';
import type { WorkflowExportOutput } from './outputs.js';

const input = z.object({
  /** Its name or id, with `@3` for another version than the newest. */
  workflow: z.string(),
});

/**
 * The text of a workflow, as it was given; what looks like a credential has a mark in its place.
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const exportWorkflow = guarded(
  needs.exportWorkflow,
  input,
  async (deps: Deps, given): Promise<WorkflowExportOutput> => {
    const { workflow, version } = await findWorkflow(deps, given.workflow);
    return { name: workflow.name, version: version.number, source: shownSource(version.source) };
  },
);
