import { type CommandGroup, runnable } from '../command.js';
import { compare } from './compare.js';
import { exportCommand } from './export.js';
import { list } from './list.js';
import { prune } from './prune.js';
import { redact } from './redact.js';
import { rerun } from './rerun.js';
import { search } from './search.js';
import { show } from './show.js';
import { stats } from './stats.js';

export const execution: CommandGroup = {
  name: 'execution',
  purpose: 'See what models were asked and answered, and what it cost.',
  details: [
    'Every question to a model or an agent is on record with its answer, and so is',
    'every answer that was pasted into a session. The record is in the database,',
    'wherever sessions are kept.',
  ],
  commands: [
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(rerun, () => import('./rerun.run.js')),
    runnable(compare, () => import('./compare.run.js')),
    runnable(stats, () => import('./stats.run.js')),
    runnable(search, () => import('./search.run.js')),
    runnable(exportCommand, () => import('./export.run.js')),
    runnable(redact, () => import('./redact.run.js')),
    runnable(prune, () => import('./prune.run.js')),
  ],
};
