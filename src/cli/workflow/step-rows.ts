import type { WorkflowStepView } from '../../operations/workflow/run/run-outputs.js';

/** So many entries of a list are shown one by one. */
const MOST_SHOWN = 12;

/** A line of the table: a step, or several entries of a list that ended well. */
export type StepRow =
  | { readonly of: 'step'; readonly step: WorkflowStepView }
  | { readonly of: 'entries'; readonly path: string; readonly done: number };

/** The steps for a table; of long lists, only what did not end well is told one by one. */
export function stepRows(steps: readonly WorkflowStepView[]): StepRow[] {
  const places = new Map<string, WorkflowStepView[]>();
  for (const step of steps) {
    const place = placeOf(step.path);
    places.set(place, [...(places.get(place) ?? []), step]);
  }
  return [...places].flatMap(([place, entries]) => {
    if (entries.length <= MOST_SHOWN) return entries.map((step) => ({ of: 'step', step }) as const);
    const done = entries.filter(({ status }) => status === 'done').length;
    const others = entries.filter(({ status }) => status !== 'done').slice(0, MOST_SHOWN);
    const rest: StepRow = { of: 'entries', path: place, done };
    return [rest, ...others.map((step) => ({ of: 'step', step }) as const)];
  });
}

/** @example placeOf('each[3].draft') === 'each[…].draft' */
function placeOf(path: string): string {
  return path.replace(/\[\d+\]/g, '[…]');
}
