import { type CommandGroup, runnable } from '../command.js';
import { archive } from './archive.js';
import { create } from './create.js';
import { list } from './list.js';
import { show } from './show.js';

export const experiment: CommandGroup = {
  name: 'experiment',
  purpose: 'Find out which prompt or model is better.',
  details: [
    'An experiment asks each of its variants for the same rows of data, judges the',
    'answers by checks, and compares what was measured.',
  ],
  commands: [
    runnable(create, () => import('./create.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(archive, () => import('./archive.run.js')),
  ],
};
