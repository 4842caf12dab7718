import type { StepPath } from './step-path.js';

/** What went wrong, with the step in which it did. For who leads the run; nobody else sees it. */
export class FailedAt extends Error {
  readonly path: StepPath;
  readonly failure: unknown;

  constructor(path: StepPath, failure: unknown) {
    super(`the step ${path} failed`, { cause: failure });
    this.path = path;
    this.failure = failure;
  }
}
