import { type CommandGroup, runnable } from '../command.js';
import { approve } from './approve.js';
import { cancel } from './cancel.js';
import { create } from './create.js';
import { exportCommand } from './export.js';
import { graph } from './graph.js';
import { list } from './list.js';
import { reject } from './reject.js';
import { resume } from './resume.js';
import { run } from './run.js';
import { runs } from './runs.js';
import { show } from './show.js';
import { status } from './status.js';
import { validate } from './validate.js';

export const workflow: CommandGroup = {
  name: 'workflow',
  purpose: 'Run steps written in a file: prompts, commands, gates.',
  details: [
    'A workflow is a YAML file. Every result is on record before the next step',
    'begins, so that a run goes on where it was, after anything.',
    '"run FILE --dry-run" tries it with stubs in the place of models and commands.',
  ],
  commands: [
    runnable(create, () => import('./create.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(validate, () => import('./validate.run.js')),
    runnable(graph, () => import('./graph.run.js')),
    runnable(run, () => import('./run.run.js')),
    runnable(runs, () => import('./runs.run.js')),
    runnable(status, () => import('./status.run.js')),
    runnable(approve, () => import('./approve.run.js')),
    runnable(reject, () => import('./reject.run.js')),
    runnable(resume, () => import('./resume.run.js')),
    runnable(cancel, () => import('./cancel.run.js')),
    runnable(exportCommand, () => import('./export.run.js')),
  ],
};
