import { PromptTakenError } from '../../prompts/errors.js';
import type { Prompt } from '../../prompts/prompt.js';
import { parsePromptName } from '../../prompts/prompt-name.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { NotFoundError } from '../errors.js';
import { libraryOf } from '../library.js';
import { auditOf, keptAs } from './audit-of.js';
import { commitPrompt } from './commit-prompt.js';
import { promptsWithId, seenPrompts } from './find-prompt.js';
import type { PromptWriteOutput } from './outputs.js';
import { promptReference } from './prompt-input.js';
import { scopeHere } from './prompt-scope.js';
import { requireMovable } from './protected-label.js';
import { writtenPrompt } from './written-prompt.js';

/**
 * Brings a deleted prompt back, as it was: the one of that name or id that was deleted last. When another template
 * is in force in its place by now, it stands beside that one.
 *
 * @throws NotFoundError when no prompt of that name was deleted
 * @throws NotPermittedError also when it carries a protected label, and the actor is no admin
 * @throws PromptTakenError when its name belongs to another prompt by now
 */
export const restorePrompt = guarded(
  needs.restorePrompt,
  promptReference,
  async (deps: Deps, given): Promise<PromptWriteOutput> => {
    const deleted = await deletedPrompt(deps, given.prompt);
    await requireRole(deps, deleted.project);
    await requireMovable(deps, deleted, deleted.project);
    const isInForce = deleted.isInForce && !(await isPlaceTaken(deps, deleted));
    const prompt: Prompt = { ...deleted, isInForce, deletedAt: null };
    const audit = [auditOf(deps, prompt, { action: 'restored', before: null, after: keptAs(prompt) })];
    const written = await commitPrompt(deps, { prompt, audit }).catch((error) => {
      throw withWayBack(prompt, error);
    });
    const warnings =
      isInForce === deleted.isInForce
        ? []
        : ['Another template has taken its place meanwhile: it is back, and not in force.'];
    return writtenPrompt(deps, written, { changed: true, warnings });
  },
);

/** Its own name cannot be chosen, so the other one has to make room. */
function withWayBack({ name }: Prompt, error: unknown): unknown {
  if (!(error instanceof PromptTakenError)) return error;
  return error.withRemedy({
    hint: 'Give that one another name first, then bring this one back.',
    next: `prompt-runner prompt rename ${name} ${name}-2`,
  });
}

/** Of several, one that would be seen here. */
async function deletedPrompt(deps: Deps, text: string): Promise<Prompt> {
  const { prompts } = libraryOf(deps);
  const scope = await scopeHere(deps);
  const named = await seenPrompts(deps, prompts.deletedNamed(parsePromptName(text)));
  const here = named.find(({ project }) => project !== null && project.id === scope);
  const found =
    here ?? named.find(({ project }) => project === null) ?? named[0] ?? (await withId(deps, text));
  if (found !== undefined) return found;
  throw new NotFoundError('PROMPT_NOT_FOUND', `No prompt "${text}" was deleted.`, {
    hint: 'See which prompts there are.',
    next: 'prompt-runner prompt list',
  });
}

async function withId(deps: Deps, text: string): Promise<Prompt | undefined> {
  const found = (await promptsWithId(deps, text)).filter(({ deletedAt }) => deletedAt !== null);
  return found.length === 1 ? found[0] : found.find(({ id }) => id === text);
}

async function isPlaceTaken(deps: Deps, { kind, project, featureType }: Prompt): Promise<boolean> {
  const { prompts } = libraryOf(deps);
  return kind !== null && (await prompts.inForce(kind, project?.id ?? null, featureType)) !== undefined;
}
