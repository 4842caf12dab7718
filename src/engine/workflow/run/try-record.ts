import { isJsonObject } from '../../../models/spec/json-kind.js';
import type { Json } from '../../../models/spec/model-request.js';
import { INTERRUPTED } from '../../run/hold-run.js';
import type { RunStep } from '../../run/run.js';
import { isWithin, type StepPath } from './step-path.js';

/** The tries of a run as the journal has them, found by the paths of their steps. */
export class TryRecord {
  readonly #tries = new Map<StepPath, RunStep[]>();

  /** @param tries in the order in which they began */
  constructor(tries: readonly RunStep[]) {
    for (const step of tries) this.put(step);
  }

  /** Adds a try, or says how one ended that was added before. */
  put(step: RunStep): void {
    const tries = this.of(step.key).filter(({ position }) => position !== step.position);
    this.#tries.set(step.key, [...tries, step]);
  }

  /** The steps that were tried. */
  get paths(): readonly StepPath[] {
    return [...this.#tries.keys()];
  }

  /** All tries at a step, in order. */
  of(path: StepPath): readonly RunStep[] {
    return this.#tries.get(path) ?? [];
  }

  /** The try whose result counts; null when there is none. */
  standing(path: StepPath): RunStep | null {
    return this.of(path).findLast(({ status }) => status === 'done') ?? null;
  }

  /** The tries that count, of some steps and of all that lies within them. */
  standingWithin(paths: readonly StepPath[]): readonly RunStep[] {
    const found = [...this.#tries].filter(([path]) => paths.some((outer) => isWithin(path, outer)));
    return found.flatMap(([, tries]) => tries).filter(({ status }) => status === 'done');
  }

  /** Whether a result was there before that counts no more: who does the same again wants another. */
  wasDone(path: StepPath): boolean {
    return this.of(path).some(({ status }) => status === 'stale');
  }

  /** How many tries at a step were ended in the middle, after all that ended otherwise. */
  cutOffs(path: StepPath): number {
    const tries = this.of(path);
    const lastEnded = tries.findLastIndex((step) => !isCutOff(step));
    return tries.length - 1 - lastEnded;
  }

  /** What was said each time the content of a gate was turned down, and the run sent back. */
  rejections(path: StepPath): readonly (string | null)[] {
    return this.of(path).flatMap(({ status, gate }) =>
      status === 'stale' && gate?.decision.is === 'rejected' ? [gate.decision.comment] : [],
    );
  }
}

/** Whether a try was ended in the middle, by somebody or with its process. */
function isCutOff({ status, problem }: Pick<RunStep, 'status' | 'problem'>): boolean {
  return status === 'failed' && problem?.code === INTERRUPTED;
}

/** What a try of a workflow keeps beside its result. */
export function tryOutput(digest: string): Json {
  return { digest };
}

/** The digest of what a try was given; null when it left none. */
export function digestIn({ output }: RunStep): string | null {
  const digest = isJsonObject(output) ? output.digest : null;
  return typeof digest === 'string' ? digest : null;
}
