import { type CommandGroup, runnable } from '../command.js';
import { backup } from './backup.js';
import { check } from './check.js';
import { current } from './current.js';
import { downgrade } from './downgrade.js';
import { exportCommand } from './export.js';
import { grant } from './grant.js';
import { history } from './history.js';
import { importCommand } from './import.js';
import { restore } from './restore.js';
import { revoke } from './revoke.js';
import { upgrade } from './upgrade.js';
import { url } from './url.js';
import { vacuum } from './vacuum.js';

export const db: CommandGroup = {
  name: 'db',
  purpose: 'Look after the store: its schema, its backups.',
  details: [
    'The store is an SQLite file that is created and brought up to date by itself.',
    '--db or PROMPT_RUNNER_DB names another file, or postgres://USER@HOST/DATABASE;',
    'a server waits for db upgrade.',
  ],
  commands: [
    runnable(current, () => import('./current.run.js')),
    runnable(history, () => import('./history.run.js')),
    runnable(upgrade, () => import('./upgrade.run.js')),
    runnable(downgrade, () => import('./downgrade.run.js')),
    runnable(grant, () => import('./grant.run.js')),
    runnable(revoke, () => import('./revoke.run.js')),
    runnable(check, () => import('./check.run.js')),
    runnable(backup, () => import('./backup.run.js')),
    runnable(restore, () => import('./restore.run.js')),
    runnable(exportCommand, () => import('./export.run.js')),
    runnable(importCommand, () => import('./import.run.js')),
    runnable(vacuum, () => import('./vacuum.run.js')),
    runnable(url, () => import('./url.run.js')),
  ],
};
