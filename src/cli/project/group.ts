import { type CommandGroup, runnable } from '../command.js';
import { archive } from './archive.js';
import { create } from './create.js';
import { deleteCommand } from './delete.js';
import { grant } from './grant.js';
import { list } from './list.js';
import { members } from './members.js';
import { revoke } from './revoke.js';
import { show } from './show.js';
import { update } from './update.js';
import { use } from './use.js';

export const project: CommandGroup = {
  name: 'project',
  purpose: 'Say which codebases there are and where they lie.',
  details: [
    'A project has a root folder. A command takes the project named with --project',
    'or in PROMPT_RUNNER_PROJECT, else the one whose root the working folder is in.',
  ],
  commands: [
    runnable(create, () => import('./create.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(update, () => import('./update.run.js')),
    runnable(use, () => import('./use.run.js')),
    runnable(members, () => import('./members.run.js')),
    runnable(grant, () => import('./grant.run.js')),
    runnable(revoke, () => import('./revoke.run.js')),
    runnable(archive, () => import('./archive.run.js')),
    runnable(deleteCommand, () => import('./delete.run.js')),
  ],
};
