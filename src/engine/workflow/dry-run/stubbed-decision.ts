import { isJsonList, isJsonObject } from '../../../models/spec/json-kind.js';
import type { RunStep } from '../../run/run.js';
import { StubMisfitError } from './errors.js';
import type { Stubs } from './stubs.js';

/** What becomes of a gate in a dry run. */
export type StubbedDecision =
  | { readonly is: 'approved' }
  | { readonly is: 'edited'; readonly content: string }
  | { readonly is: 'rejected'; readonly comment: string };

/**
 * What the stubs decide of a gate: `{edit: text}`, `{reject: comment}`, or `{reject: [comments]}` for one time after
 * the other. In all other cases it is approved.
 *
 * @param rejections how often it was turned down before
 * @throws StubMisfitError when the stub says none of this
 */
export function stubbedDecision({ key }: RunStep, stubs: Stubs, rejections: number): StubbedDecision {
  const stub = stubs.of(key);
  if (stub === undefined || stub === 'approve') return { is: 'approved' };
  const { edit, reject } = isJsonObject(stub) ? stub : {};
  const comment = isJsonList(reject) ? reject[rejections] : [reject][rejections];
  if (typeof comment === 'string') return { is: 'rejected', comment };
  if (typeof edit === 'string') return { is: 'edited', content: edit };
  if (reject !== undefined) return { is: 'approved' };
  throw new StubMisfitError(`The stub "${key}" decides nothing.`, {
    hint: 'Say approve, {edit: TEXT} or {reject: COMMENT}.',
  });
}
