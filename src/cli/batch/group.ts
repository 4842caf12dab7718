import { type CommandGroup, runnable } from '../command.js';
import { cancel } from './cancel.js';
import { list } from './list.js';
import { pause } from './pause.js';
import { results } from './results.js';
import { resume } from './resume.js';
import { retry } from './retry.js';
import { run } from './run.js';
import { status } from './status.js';

export const batch: CommandGroup = {
  name: 'batch',
  purpose: 'Ask a prompt for every row of a file, whatever happens.',
  details: [
    'A batch asks a prompt once for each row of some data. Each answer is on record',
    'when it comes, so that a batch goes on where it was, after anything.',
  ],
  commands: [
    runnable(run, () => import('./run.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(status, () => import('./status.run.js')),
    runnable(pause, () => import('./pause.run.js')),
    runnable(resume, () => import('./resume.run.js')),
    runnable(retry, () => import('./retry.run.js')),
    runnable(results, () => import('./results.run.js')),
    runnable(cancel, () => import('./cancel.run.js')),
  ],
};
