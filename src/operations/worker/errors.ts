import { PromptRunnerError } from '../../base/errors.js';

/** Workers share a server's database, and the store is a file. */
export class WorkersNeedServerError extends PromptRunnerError {
  readonly code = 'WORKERS_NEED_SERVER';
  readonly kind = 'not-allowed';

  constructor() {
    super('Workers on several machines share a store on PostgreSQL, and this store is a file.', {
      hint: `Without workers everything runs here: leave out --workers. To move the store, make a database, and then:
prompt-runner db export moved.tar.gz --with-secrets
prompt-runner --db postgres://USER@HOST/DATABASE db import moved.tar.gz`,
    });
  }
}

/** A worker was taken for dead, or lost the server for good. */
export class WorkerLostError extends PromptRunnerError {
  readonly code = 'WORKER_LOST';
  readonly kind = 'failed';

  constructor(why: string) {
    super(`This worker has ended: ${why}. What it had is done by others.`, {
      hint: 'Start it again.',
      next: 'prompt-runner worker start',
    });
  }
}
