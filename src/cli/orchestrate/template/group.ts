import { type CommandGroup, runnable } from '../../command.js';
import { add } from './add.js';
import { deleteTemplate } from './delete.js';
import { diff } from './diff.js';
import { exportTemplates } from './export.js';
import { history } from './history.js';
import { importTemplates } from './import.js';
import { link } from './link.js';
import { list } from './list.js';
import { resolve } from './resolve.js';
import { rollback } from './rollback.js';
import { show } from './show.js';
import { test } from './test.js';
import { update } from './update.js';

export const orchestrateTemplate: CommandGroup = {
  name: 'orchestrate template',
  purpose: 'Say which prompts sessions are made from.',
  details: [
    'The prompts that sessions give out are rendered from templates. Those of a',
    'project or a type of feature go before the global and the built-in ones.',
    'Templates are prompts: "prompt label", "prompt edit" and others know them too.',
  ],
  commands: [
    runnable(list, () => import('./list.run.js')),
    runnable(resolve, () => import('./resolve.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(add, () => import('./add.run.js')),
    runnable(update, () => import('./update.run.js')),
    runnable(test, () => import('./test.run.js')),
    runnable(diff, () => import('./diff.run.js')),
    runnable(history, () => import('./history.run.js')),
    runnable(rollback, () => import('./rollback.run.js')),
    runnable(deleteTemplate, () => import('./delete.run.js')),
    runnable(exportTemplates, () => import('./export.run.js')),
    runnable(importTemplates, () => import('./import.run.js')),
    runnable(link, () => import('./link.run.js')),
  ],
};
