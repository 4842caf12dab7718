import * as z from 'zod/mini';
import { closestName } from '../../base/text/closest-name.js';
import type { NamedTemplates, PromptKind, TemplateScope } from '../../engine/session/prompt-template.js';
import { TemplateNotInLibraryError } from '../../prompts/errors.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { BUILTIN_PREFIX } from '../../prompts/prompt-name.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';

const SUGGESTED_AMONG = 500;

/** Templates by the kind that they are taken for. */
export const namedTemplatesInput = z.partialRecord(z.enum(orchestrationKinds), z.string());

/**
 * Looks for every template that was named, before anything is made that would rest on it.
 *
 * @throws TemplateNotInLibraryError, PromptNameError
 */
export async function requireNamed(deps: Deps, scope: TemplateScope): Promise<void> {
  for (const kind of orchestrationKinds) {
    const named = scope.named[kind];
    if (named === undefined) continue;
    try {
      await deps.templates.resolve(kind, scope);
    } catch (error) {
      if (!(error instanceof TemplateNotInLibraryError)) throw error;
      throw await withNearest(deps, error, kind, named);
    }
  }
}

/** The same error with the template that was most likely meant, if there is one. */
async function withNearest(
  { library }: Deps,
  error: TemplateNotInLibraryError,
  kind: PromptKind,
  named: string,
): Promise<TemplateNotInLibraryError> {
  const stored =
    (await library?.prompts.list({ kind, isTemplate: true }, 'name', { limit: SUGGESTED_AMONG })) ?? [];
  const [name = ''] = named.split('@');
  const nearest = closestName(name, [BUILTIN_PREFIX + kind, ...stored.map((prompt) => prompt.name)]);
  if (nearest === undefined || nearest === name) return error;
  return error.withRemedy({ ...error.remedy, hint: `Did you mean ${nearest}?` });
}

/**
 * The templates of a command line, written `kind=reference`.
 *
 * @throws InvalidInputError
 * @example namedTemplates(['orchestrator=team/plan@3']) // { orchestrator: 'team/plan@3' }
 */
export function namedTemplates(words: readonly string[]): NamedTemplates {
  const named: Partial<Record<PromptKind, string>> = {};
  for (const word of words) {
    const [kindName = '', reference = ''] = divided(word);
    const kind = orchestrationKinds.find((one) => one === kindName);
    if (kind === undefined || reference === '') {
      throw new InvalidInputError(`"${word}" names no template for a kind of prompt.`, {
        hint: `Write KIND=NAME, with one of these kinds: ${orchestrationKinds.join(', ')}.`,
        next: 'prompt-runner orchestrate template list',
      });
    }
    named[kind] = reference;
  }
  return named;
}

function divided(word: string): [string, string] {
  const end = word.indexOf('=');
  return end < 0 ? [word, ''] : [word.slice(0, end), word.slice(end + 1)];
}
