import { type CommandGroup, runnable } from '../command.js';
import { bash } from './bash.js';
import { fish } from './fish.js';
import { powershell } from './powershell.js';
import { zsh } from './zsh.js';

export const completion: CommandGroup = {
  name: 'completion',
  purpose: 'Complete commands, sessions and projects in your shell.',
  details: ['Each prints a script that the shell loads; its help says how.'],
  commands: [
    runnable(bash, () => import('./bash.run.js')),
    runnable(zsh, () => import('./zsh.run.js')),
    runnable(fish, () => import('./fish.run.js')),
    runnable(powershell, () => import('./powershell.run.js')),
  ],
};
