import { type CommandGroup, runnable } from '../command.js';
import { edit } from './edit.js';
import { get } from './get.js';
import { list } from './list.js';
import { path } from './path.js';
import { set } from './set.js';
import { unset } from './unset.js';

export const config: CommandGroup = {
  name: 'config',
  purpose: 'See and change settings, and where each value comes from.',
  details: [
    'The command line is stronger than the environment, that than the project’s file,',
    'that than your own file. These commands work when a file is broken, too.',
  ],
  commands: [
    runnable(list, () => import('./list.run.js')),
    runnable(get, () => import('./get.run.js')),
    runnable(set, () => import('./set.run.js')),
    runnable(unset, () => import('./unset.run.js')),
    runnable(edit, () => import('./edit.run.js')),
    runnable(path, () => import('./path.run.js')),
  ],
};
