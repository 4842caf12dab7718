import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { findWholePrompt } from './find-prompt.js';
import { promptReference } from './prompt-input.js';
import type { PromptLabelsOutput } from './read-outputs.js';
import { labelView, promptView } from './views/prompt-view.js';

/**
 * Where the labels of a prompt point, and every move of them.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const listLabels = guarded(
  needs.listLabels,
  promptReference,
  async (deps: Deps, given): Promise<PromptLabelsOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const { promptVersions } = libraryOf(deps);
    const labels = await promptVersions.labels(prompt.id);
    const moves = await promptVersions.labelMoves(prompt.id);
    return {
      prompt: promptView(prompt, labels),
      labels: labels.map(labelView),
      moves: moves.map((move) => ({ ...move })),
    };
  },
);
