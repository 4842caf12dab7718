import { PromptRunnerError, type Remedy, type TextPlace } from '../../../base/errors.js';

/** A text of a workflow cannot be rendered with the values that it got. */
export class WorkflowTextError extends PromptRunnerError {
  readonly code = 'WORKFLOW_TEXT';
  readonly kind = 'failed';
  readonly #place: TextPlace;

  /** @param place in the workflow's file */
  constructor(message: string, place: TextPlace, remedy: Remedy, options?: ErrorOptions) {
    super(message, remedy, options);
    this.#place = place;
  }

  override get place(): TextPlace {
    return this.#place;
  }
}

/** A text of a workflow leaves something to chance. */
export class ChanceError extends PromptRunnerError {
  readonly code = 'WORKFLOW_CHANCE';
  readonly kind = 'failed';

  /** @param name of what gives another value each time */
  constructor(name: string) {
    super(
      `"${name}" gives another value each time, and a run that goes on could not know what it has done.`,
      {
        hint: 'Give the value as an input, or have a command choose it: what that prints is on record.',
      },
    );
  }
}
