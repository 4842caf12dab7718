import { type CommandGroup, runnable } from '../command.js';
import { copy } from './copy.js';
import { create } from './create.js';
import { deleteCommand } from './delete.js';
import { diff } from './diff.js';
import { edit } from './edit.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { label } from './label.js';
import { list } from './list.js';
import { move } from './move.js';
import { protect } from './protect.js';
import { rename } from './rename.js';
import { render } from './render.js';
import { rollback } from './rollback.js';
import { search } from './search.js';
import { show } from './show.js';
import { tag } from './tag.js';
import { undo } from './undo.js';
import { update } from './update.js';
import { variables } from './variables.js';
import { versions } from './versions.js';

export const prompt: CommandGroup = {
  name: 'prompt',
  purpose: 'Keep prompts: versions, labels, variables, search.',
  details: [
    'A prompt is named by its name: review is its newest version, review@7 the',
    'seventh, review@production the one with that label. Versions never change.',
    "A project's prompts go before the global ones of the same name.",
  ],
  commands: [
    runnable(create, () => import('./create.run.js')),
    runnable(list, () => import('./list.run.js')),
    runnable(show, () => import('./show.run.js')),
    runnable(edit, () => import('./edit.run.js')),
    runnable(update, () => import('./update.run.js')),
    runnable(rename, () => import('./rename.run.js')),
    runnable(copy, () => import('./copy.run.js')),
    runnable(move, () => import('./move.run.js')),
    runnable(deleteCommand, () => import('./delete.run.js')),
    runnable(undo, () => import('./undo.run.js')),
    runnable(search, () => import('./search.run.js')),
    runnable(versions, () => import('./versions.run.js')),
    runnable(diff, () => import('./diff.run.js')),
    runnable(rollback, () => import('./rollback.run.js')),
    runnable(label, () => import('./label.run.js')),
    runnable(protect, () => import('./protect.run.js')),
    runnable(render, () => import('./render.run.js')),
    runnable(variables, () => import('./variables.run.js')),
    runnable(tag, () => import('./tag.run.js')),
    runnable(importCommand, () => import('./import.run.js')),
    runnable(exportCommand, () => import('./export.run.js')),
  ],
};
