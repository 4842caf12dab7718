import { type CommandGroup, runnable } from '../command.js';
import { install } from './install.js';
import { list } from './list.js';
import { uninstall } from './uninstall.js';

export const agent: CommandGroup = {
  name: 'agent',
  purpose: 'Teach a coding agent to drive sessions by itself.',
  details: [
    'A skill tells the agent how to get a prompt and hand in its answer with',
    '"orchestrate status --json" and "orchestrate continue --json": nothing is',
    'pasted.',
  ],
  commands: [
    runnable(install, () => import('./install.run.js')),
    runnable(uninstall, () => import('./uninstall.run.js')),
    runnable(list, () => import('./list.run.js')),
  ],
};
