/**
 * Where a step stands in a run: `draft`, `each[3].draft` for the third entry of a list, `choice.then.draft`,
 * `sub.draft` for a step of another workflow. The same step has the same path however often the run goes on.
 */
export type StepPath = string;

/** @param around the path of what the step lies in; empty for the workflow itself */
export function stepPath(around: StepPath, name: string): StepPath {
  return around === '' ? name : `${around}.${name}`;
}

/** @param index from 1 */
export function entryPath(each: StepPath, index: number): StepPath {
  return `${each}[${index}]`;
}

/** A file that is given to a workflow within a step. */
export function inputPath(step: StepPath, file: string): StepPath {
  return `${step}(${file})`;
}

/** Whether a step is another one, or lies within it. */
export function isWithin(path: StepPath, outer: StepPath): boolean {
  return path === outer || (path.startsWith(outer) && '.[('.includes(path.charAt(outer.length)));
}

/** The path of a step as the file has it, whichever entry of a list it is done for. */
export function pathInFile(path: StepPath): StepPath {
  return path.replace(/\[\d+\]/g, '');
}

/** The entries of lists that a step is done for, outermost first, each from 1. */
export function entriesIn(path: StepPath): readonly number[] {
  return Array.from(path.matchAll(/\[(\d+)\]/g), ([, index]) => Number(index));
}
