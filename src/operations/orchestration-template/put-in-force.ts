import { canBeInForce } from '../../prompts/orchestration-findings.js';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptChange } from '../../prompts/prompt-change.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import { libraryOf } from '../library.js';
import { auditOf } from '../prompt/audit-of.js';

/**
 * Lets sessions take a template in its layer, in the place of the one that they take there now, which stays
 * as an alternative.
 *
 * @throws NotAllowedError for what is no template of a kind
 * @throws PromptChangedError when one of the two was changed meanwhile
 */
export async function putInForce(deps: Deps, prompt: Prompt, note: string | null): Promise<Prompt> {
  if (prompt.isInForce) return prompt;
  if (prompt.kind === null || !canBeInForce(prompt)) {
    throw new NotAllowedError(`"${prompt.name}" is no template that sessions could take.`, {
      hint: 'Templates for sessions are made with "orchestrate template add".',
      next: 'prompt-runner orchestrate template add --help',
    });
  }
  const { prompts, promptJournal } = libraryOf(deps);
  const before = await prompts.inForce(prompt.kind, prompt.project?.id ?? null, prompt.featureType);
  const changes = [
    ...(before === undefined ? [] : [inForceChange(deps, before, false, prompt.name, note)]),
    inForceChange(deps, prompt, true, before?.name ?? null, note),
  ];
  const written = await promptJournal.commit(...changes);
  return written.at(-1) ?? prompt;
}

/** Takes a template out of its place: the layer behind it is taken then. */
export async function takeOutOfForce(deps: Deps, prompt: Prompt, note: string | null): Promise<Prompt> {
  if (!prompt.isInForce) return prompt;
  const [written] = await libraryOf(deps).promptJournal.commit(
    inForceChange(deps, prompt, false, null, note),
  );
  return written ?? prompt;
}

function inForceChange(
  deps: Deps,
  prompt: Prompt,
  isInForce: boolean,
  other: string | null,
  note: string | null,
): PromptChange {
  return {
    prompt: { ...prompt, isInForce, updatedAt: deps.clock.now() },
    audit: [
      auditOf(deps, prompt, {
        action: isInForce ? 'put-in-force' : 'taken-out-of-force',
        before: { in_force: prompt.isInForce },
        after: { in_force: isInForce, ...(other !== null && { in_place_of_or_for: other }) },
        note,
      }),
    ],
  };
}
