import type { Json } from '../../../models/spec/model-request.js';
import type { Step } from '../workflow.js';
import { type StepPath, stepPath } from './step-path.js';
import type { Values } from './task.js';
import type { TryRecord } from './try-record.js';

/** What the texts of a step see. */
export interface Scope {
  readonly inputs: Values;
  /** The steps before it, its own list's before those around. */
  readonly steps: { readonly [name: string]: { readonly output: Json } };
  /** What was said last when the gates of its list, and those around, were turned down; empty before that. */
  readonly gates: { readonly [name: string]: { readonly comment: string } };
  /** The entries of lists that it is done for, by the names that they have. */
  readonly entries: Values;
  /** Where the innermost entry stands in its list; null outside of lists. */
  readonly loop: LoopPlace | null;
}

/** The place of an entry in its list. */
export type LoopPlace = {
  /** From 1. */
  readonly index: number;
  readonly index0: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly length: number;
};

/** What the first step of a workflow sees. */
export function outermostScope(inputs: Values): Scope {
  return { inputs, steps: {}, gates: {}, entries: {}, loop: null };
}

/** The same, after a step. */
export function withOutput(scope: Scope, name: string, output: Json): Scope {
  return { ...scope, steps: { ...scope.steps, [name]: { output } } };
}

/** The same, with what was said at the gates of a list so far. */
export function withGates(scope: Scope, steps: readonly Step[], around: StepPath, record: TryRecord): Scope {
  const gates = steps.filter(({ kind }) => kind === 'gate');
  if (gates.length === 0) return scope;
  const comments = gates.map(({ name }) => {
    const comment = record.rejections(stepPath(around, name)).at(-1) ?? '';
    return [name, { comment }] as const;
  });
  return { ...scope, gates: { ...scope.gates, ...Object.fromEntries(comments) } };
}

/**
 * The same, for an entry of a list.
 * @param index from 0
 */
export function withEntry(scope: Scope, name: string, list: readonly Json[], index: number): Scope {
  const length = list.length;
  const loop = { index: index + 1, index0: index, first: index === 0, last: index === length - 1, length };
  return { ...scope, entries: { ...scope.entries, [name]: list[index] ?? null }, loop };
}

/** The names that a template finds. */
export function namesIn({ inputs, steps, gates, entries, loop }: Scope): Readonly<Record<string, unknown>> {
  return { ...entries, inputs, steps, gates, ...(loop !== null && { loop }) };
}
