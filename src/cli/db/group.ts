import { type CommandGroup, runnable } from '../command.js';
import { backup } from './backup.js';
import { current } from './current.js';
import { downgrade } from './downgrade.js';
import { history } from './history.js';
import { upgrade } from './upgrade.js';

export const db: CommandGroup = {
  name: 'db',
  purpose: 'Look after the store: its schema, its backups.',
  details: [
    'The store is an SQLite file that is created and brought up to date by itself.',
    '--db or PROMPT_RUNNER_DB names another file.',
  ],
  commands: [
    runnable(current, () => import('./current.run.js')),
    runnable(history, () => import('./history.run.js')),
    runnable(upgrade, () => import('./upgrade.run.js')),
    runnable(downgrade, () => import('./downgrade.run.js')),
    runnable(backup, () => import('./backup.run.js')),
  ],
};
