import { ExperimentDefinitionError } from '../../../engine/experiment/errors.js';
import { type SettledPrompt, type Strategy, usualStrategy } from '../../../engine/experiment/strategy.js';
import type { PromptKind } from '../../../engine/session/prompt-template.js';
import type { Prompt } from '../../../prompts/prompt.js';
import { orchestrationKinds } from '../../../prompts/prompt-kind.js';
import { isBuiltin } from '../../../prompts/prompt-name.js';
import { reading } from '../../access/access.js';
import type { Deps } from '../../deps.js';
import { findVersion } from '../../prompt/find-prompt.js';
import type { GivenVariant } from '../given-variant.js';
import { readStrategy } from './read-strategy.js';

/**
 * What sessions are carried out with under a variant: what its file says, or the template that its prompt is. A variant
 * that says neither leaves everything as it is.
 *
 * @throws ExperimentDefinitionError when a prompt is no template for where it is to be taken
 * @throws NotFoundError, AmbiguousReferenceError for a prompt or version that is not there
 */
export async function settledStrategy(
  deps: Deps,
  { name, prompt: reference, strategy: file }: GivenVariant,
): Promise<Strategy> {
  if (file !== undefined) return fromFile(deps, name, await readStrategy(file));
  if (reference === undefined) return usualStrategy;
  const { settled, prompt } = await settledTemplate(deps, reference);
  const kind = orchestrationKinds.find((one) => one === prompt.kind);
  if (kind !== undefined) return { templates: { [kind]: settled }, models: {} };
  throw new ExperimentDefinitionError(
    `The variant "${name}" is ${prompt.name}, which does not say what it is for in a session.`,
    {
      hint: `Say it in a file: --variant ${name}=strategy:FILE.yaml with "templates: {implementation: ${prompt.name}}".`,
      next: 'prompt-runner orchestrate template list',
    },
  );
}

async function fromFile(
  deps: Deps,
  name: string,
  { templates, models }: Awaited<ReturnType<typeof readStrategy>>,
): Promise<Strategy> {
  const settled: Partial<Record<PromptKind, SettledPrompt>> = {};
  for (const kind of orchestrationKinds) {
    const reference = templates[kind];
    if (reference === undefined) continue;
    const found = await settledTemplate(deps, reference);
    requireKind(name, found.prompt, kind);
    settled[kind] = found.settled;
  }
  return { templates: settled, models };
}

async function settledTemplate(deps: Deps, reference: string) {
  const { prompt, version } = await findVersion(reading(deps), reference);
  const settled: SettledPrompt = isBuiltin(prompt.name)
    ? { version: null, reference: prompt.name }
    : { version: version.id, reference: `${prompt.name}@${version.number}` };
  return { settled, prompt };
}

function requireKind(variant: string, { name, kind }: Prompt, wanted: PromptKind): void {
  if (kind === null || kind === wanted) return;
  throw new ExperimentDefinitionError(
    `The variant "${variant}" takes ${name} for ${wanted}, and it is a template for ${kind}.`,
    { next: `prompt-runner orchestrate template list --kind ${wanted}` },
  );
}
