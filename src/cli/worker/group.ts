import { type CommandGroup, runnable } from '../command.js';
import { drain } from './drain.js';
import { list } from './list.js';
import { prepare } from './prepare.js';
import { start } from './start.js';

export const worker: CommandGroup = {
  name: 'worker',
  purpose: 'Share batches and workflows among several machines.',
  details: [
    'Workers do what is begun with --workers, on any number of machines that share',
    'a store on PostgreSQL. Without them everything runs where it is begun.',
  ],
  commands: [
    runnable(start, () => import('./start.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(drain, () => import('./drain.run.js')),
    runnable(prepare, () => import('./prepare.run.js')),
  ],
};
