import * as z from 'zod/mini';
import { redactSecrets } from '../../base/text/secrets.js';
import { parseWorkflow } from '../../engine/workflow/parse-workflow.js';
import type { StoredWorkflow } from '../../engine/workflow/stored-workflow.js';
import type { Workflow } from '../../engine/workflow/workflow.js';
import type { Deps } from '../deps.js';
import { givenFile } from '../template/template-input.js';
import { utf8Text } from '../template/utf8-text.js';
import { findWorkflow } from './find-workflow.js';
import { libraryHere } from './library-here.js';

/** Which workflow is meant: one of the library (`name`, `name@3`), or the text of a file. */
export const givenWorkflow = z.union([z.object({ named: z.string() }), z.object({ file: givenFile })]);

export type GivenWorkflow = z.output<typeof givenWorkflow>;

/** The text of a workflow, wherever it comes from. */
export interface WorkflowText {
  readonly source: string;
  /** As errors show it: a file's name, or `name@3`. */
  readonly name: string;
  /** Where it is kept; null for a file. */
  readonly kept: { readonly workflow: StoredWorkflow; readonly version: number } | null;
}

/**
 * @throws NotFoundError, AmbiguousReferenceError, NotUtf8Error
 */
export async function workflowText(deps: Deps, given: GivenWorkflow): Promise<WorkflowText> {
  if ('file' in given) {
    const { bytes, name } = given.file;
    return { source: utf8Text(bytes, name), name, kept: null };
  }
  const { workflow, version } = await findWorkflow(deps, given.named);
  const { number, source } = version;
  return { source, name: `${workflow.name}@${number}`, kept: { workflow, version: number } };
}

/**
 * The workflow that a text says, held against what there is here.
 * @throws WorkflowInvalidError with all that is wrong
 */
export function soundWorkflow(deps: Deps, { source, name }: WorkflowText): Promise<Workflow> {
  return parseWorkflow(source, name, libraryHere(deps));
}

/** The text as it is shown and exported. */
export function shownSource(source: string): string {
  return redactSecrets(source);
}
