import type { Prompt } from '../../prompts/prompt.js';
import type { PromptUse } from '../../store/prompt-use-store.js';
import { accessOf, readable } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { findWholePrompt } from './find-prompt.js';
import { promptReference } from './prompt-input.js';
import type { PromptUsesOutput, UseView } from './read-outputs.js';
import { promptView } from './views/prompt-view.js';

const MOST_USES = 1000;

/**
 * What would notice if a prompt was renamed, moved or deleted: the prompts that bring it in, and how many
 * sessions were worked on with it.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const promptUses = guarded(
  needs.promptUses,
  promptReference,
  async (deps: Deps, given): Promise<PromptUsesOutput> => {
    const prompt = await findWholePrompt(deps, given.prompt);
    const { promptUses, promptVersions } = libraryOf(deps);
    return {
      prompt: promptView(prompt, await promptVersions.labels(prompt.id)),
      uses: await usesOf(deps, prompt),
      sessions: await promptUses.sessionsThatUsed(prompt.id),
    };
  },
);

/** The prompts that mean this one by its name, rather than one of the same name that hides it. */
export async function usesOf(deps: Deps, prompt: Prompt): Promise<UseView[]> {
  const { prompts, promptUses } = libraryOf(deps);
  const found = await promptUses.usesOf(prompt.name, MOST_USES);
  const uses = await readable(accessOf(deps), found, (use) => use.prompt.project?.id ?? null);
  const namesakes = new Set((await prompts.namedAnywhere(prompt.name)).map(({ project }) => project?.id));
  const isMeant = ({ prompt: { project } }: PromptUse) =>
    prompt.project === null
      ? project === null || !namesakes.has(project.id)
      : project === null || project.id === prompt.project.id;
  return uses.filter((use) => use.prompt.id !== prompt.id && isMeant(use)).map(useView);
}

function useView({ prompt: { id, name, project }, version, asked }: PromptUse): UseView {
  return { prompt: { id, name, project: project && { id: project.id, name: project.name } }, version, asked };
}
