import { type CommandGroup, runnable } from '../command.js';
import { analyze } from './analyze.js';
import { archive } from './archive.js';
import { create } from './create.js';
import { list } from './list.js';
import { pause } from './pause.js';
import { plan } from './plan.js';
import { promote } from './promote.js';
import { record } from './record.js';
import { report } from './report.js';
import { run } from './run.js';
import { show } from './show.js';
import { start } from './start.js';
import { status } from './status.js';
import { stop } from './stop.js';

export const experiment: CommandGroup = {
  name: 'experiment',
  purpose: 'Find out which prompt or model is better.',
  details: [
    'An experiment asks each of its variants for the same rows of data, judges the',
    'answers by checks, and compares what was measured. One over sessions gives each',
    'new session a variant, and compares what becomes of them.',
  ],
  commands: [
    runnable(create, () => import('./create.run.js')),
    runnable(plan, () => import('./plan.run.js')),
    runnable(run, () => import('./run.run.js')),
    runnable(start, () => import('./start.run.js')),
    runnable(pause, () => import('./pause.run.js')),
    runnable(record, () => import('./record.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(status, () => import('./status.run.js')),
    runnable(stop, () => import('./stop.run.js')),
    runnable(analyze, () => import('./analyze.run.js')),
    runnable(report, () => import('./report.run.js')),
    runnable(promote, () => import('./promote.run.js')),
    runnable(archive, () => import('./archive.run.js')),
  ],
};
