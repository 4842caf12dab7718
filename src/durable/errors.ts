import { PromptRunnerError } from '../base/errors.js';

/** What hands out work to workers is not installed. */
export class EngineMissingError extends PromptRunnerError {
  readonly code = 'ENGINE_MISSING';
  readonly kind = 'failed';

  constructor(options?: ErrorOptions) {
    super(
      'Workers need the package @dbos-inc/dbos-sdk, which is not installed: it hands out the work among them.',
      {
        hint: `Install it where prompt-runner is, globally or in the project, and try again. Nothing else needs it.
npm install --global @dbos-inc/dbos-sdk@5`,
      },
      options,
    );
  }
}

/** The login may not make or use the tables of what hands out work. */
export class EngineRightsError extends PromptRunnerError {
  readonly code = 'ENGINE_RIGHTS';
  readonly kind = 'not-allowed';

  constructor(schema: string, options?: ErrorOptions) {
    super(
      `Workers share tables in the schema ${schema}, which this login may not make or use.`,
      {
        hint: `Have the login that owns the store prepare it once, naming each login that works:
prompt-runner worker prepare LOGIN`,
      },
      options,
    );
  }
}

/** The tables of what hands out work cannot be brought up or reached. */
export class EngineFailedError extends PromptRunnerError {
  readonly code = 'ENGINE_FAILED';
  readonly kind = 'failed';

  constructor(cause: Error) {
    super(
      `What hands out work to workers cannot begin: ${cause.message}`,
      { hint: 'Look whether the server answers.', next: 'prompt-runner doctor' },
      { cause },
    );
  }
}
