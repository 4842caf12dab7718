import { type CommandGroup, runnable } from '../command.js';
import { list } from './list.js';
import { verify } from './verify.js';

export const audit: CommandGroup = {
  name: 'audit',
  purpose: 'See who changed which prompt, template, label or setting.',
  details: [
    'Each entry has a hash over itself and the entry before, so that whoever',
    'changes one has to change all that follow. Settings are logged when they are',
    'changed by config set, unset or edit, and the store is there; not by hand.',
  ],
  commands: [
    runnable(list, () => import('./list.run.js')),
    runnable(verify, () => import('./verify.run.js')),
  ],
};
