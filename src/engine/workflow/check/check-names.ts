import { closestName } from '../../../base/text/closest-name.js';
import type { Span } from '../../../base/yaml/yaml-tree.js';
import type { FaultList } from '../fault-list.js';
import type { GateStep, Step } from '../workflow.js';
import { listsIn } from './steps-in.js';

/** Where names were given, by name. */
type Given = ReadonlyMap<string, Span>;

/** Tells of names that stand twice where they can be seen, and of gates that go back to no step before them. */
export function checkNames(
  steps: readonly Step[],
  lost: ReadonlySet<string>,
  faults: FaultList,
  around: Given = new Map(),
): void {
  const given = new Map(around);
  steps.forEach((step, at) => {
    checkName(step, given, faults);
    given.set(step.name, step.nameSpan);
    if (step.kind === 'gate') checkRedo(step, steps.slice(0, at), lost, faults);
    for (const list of listsIn(step)) checkNames(list, lost, faults, given);
  });
}

function checkName({ name, nameSpan }: Step, given: Given, faults: FaultList): void {
  const other = given.get(name);
  if (other === undefined) return;
  faults.add(
    nameSpan.start,
    `There is a step "${name}" already, on line ${faults.lineOf(other.start)}.`,
    'Names are unique in a list, and no step hides one around it.',
  );
}

function checkRedo(
  { onReject }: GateStep,
  before: readonly Step[],
  lost: ReadonlySet<string>,
  faults: FaultList,
): void {
  if (onReject.is === 'stop' || lost.has(onReject.step)) return;
  const names = before.map(({ name }) => name);
  if (names.includes(onReject.step)) return;
  const near = closestName(onReject.step, names);
  faults.add(
    onReject.span.start,
    `There is no step "${onReject.step}" before this gate in its list.`,
    near === undefined ? null : `Did you mean "${near}"?`,
  );
}
