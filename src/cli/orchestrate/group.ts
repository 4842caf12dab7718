import { type CommandGroup, runnable, sharing } from '../command.js';
import { analyze } from './analyze.js';
import { approve } from './approve.js';
import { batch } from './batch.js';
import { board } from './board.js';
import { cancel } from './cancel.js';
import { complete } from './complete.js';
import { context } from './context.js';
import { continueCommand } from './continue.js';
import { deleteCommand } from './delete.js';
import { exportCommand } from './export.js';
import { history } from './history.js';
import { implement } from './implement.js';
import { importCommand } from './import.js';
import { listSessions } from './list-sessions.js';
import { plan } from './plan.js';
import { process } from './process.js';
import { rate } from './rate.js';
import { reject } from './reject.js';
import { retry } from './retry.js';
import { revise } from './revise.js';
import { run } from './run.js';
import { saveAnalysis } from './save-analysis.js';
import { show } from './show.js';
import { status } from './status.js';
import { timeline } from './timeline.js';
import { undo } from './undo.js';
import { use } from './use.js';
import { workspaceOptions } from './workspace-options.js';

export const orchestrate: CommandGroup = {
  name: 'orchestrate',
  purpose: 'Carry a feature from request to implementation, step by step.',
  details: [
    'The steps are plan, process, analyze, save-analysis, implement, complete.',
    '"continue" takes the answer that is due and prints the next prompt: a whole',
    'feature is "plan" and three of these.',
    '"run" has it all done by models and agents.',
  ],
  commands: sharing(workspaceOptions, [
    runnable(plan, () => import('./plan.run.js')),
    runnable(continueCommand, () => import('./continue.run.js')),
    runnable(status, () => import('./status.run.js')),
    runnable(process, () => import('./process.run.js')),
    runnable(analyze, () => import('./analyze.run.js')),
    runnable(saveAnalysis, () => import('./save-analysis.run.js')),
    runnable(implement, () => import('./implement.run.js')),
    runnable(complete, () => import('./complete.run.js')),
    runnable(run, () => import('./run.run.js')),
    runnable(approve, () => import('./approve.run.js')),
    runnable(reject, () => import('./reject.run.js')),
    runnable(rate, () => import('./rate.run.js')),
    runnable(context, () => import('./context.run.js')),
    runnable(batch, () => import('./batch.run.js')),
    runnable(listSessions, () => import('./list-sessions.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(board, () => import('./board.run.js')),
    runnable(timeline, () => import('./timeline.run.js')),
    runnable(history, () => import('./history.run.js')),
    runnable(use, () => import('./use.run.js')),
    runnable(revise, () => import('./revise.run.js')),
    runnable(retry, () => import('./retry.run.js')),
    runnable(undo, () => import('./undo.run.js')),
    runnable(cancel, () => import('./cancel.run.js')),
    runnable(deleteCommand, () => import('./delete.run.js')),
    runnable(importCommand, () => import('./import.run.js')),
    runnable(exportCommand, () => import('./export.run.js')),
  ]),
};
