import { type CommandGroup, runnable } from '../command.js';
import { apply } from './apply.js';
import { list } from './list.js';
import { run } from './run.js';
import { show } from './show.js';

export const optimize: CommandGroup = {
  name: 'optimize',
  purpose: 'Search for a better text of a prompt, and prove it.',
  details: [
    'A model rewrites a prompt after it saw what went wrong; what is chosen is',
    'then judged on rows that no choice saw.',
  ],
  commands: [
    runnable(run, () => import('./run.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(apply, () => import('./apply.run.js')),
  ],
};
