import type { Step, StepKind, Workflow } from '../workflow.js';

/** What the texts of a step may refer to. */
export interface Visible {
  readonly inputs: ReadonlySet<string>;
  /** The steps that are done before it, its own list's and those of the lists around. */
  readonly steps: ReadonlyMap<string, StepKind>;
  /** The gates of its list and of those around, whether before or behind it: they may send it back. */
  readonly gates: ReadonlySet<string>;
  /** The entries of the lists that it is done for. */
  readonly entries: ReadonlySet<string>;
}

/** What the first step of a workflow sees. */
export function visibleAtFirst({ inputs, steps }: Workflow): Visible {
  const names = new Set(inputs.map(({ name }) => name));
  return withGates({ inputs: names, steps: new Map(), gates: new Set(), entries: new Set() }, steps);
}

/** The same, inside a list of steps. */
export function withGates(visible: Visible, steps: readonly Step[]): Visible {
  const gates = steps.filter(({ kind }) => kind === 'gate').map(({ name }) => name);
  return { ...visible, gates: new Set([...visible.gates, ...gates]) };
}

/** The same, behind a step. */
export function afterStep(visible: Visible, { name, kind }: Step): Visible {
  return { ...visible, steps: new Map([...visible.steps, [name, kind]]) };
}

/** The same, for the entries of a list. */
export function withEntry(visible: Visible, name: string): Visible {
  return { ...visible, entries: new Set([...visible.entries, name]) };
}
