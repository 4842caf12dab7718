import * as z from 'zod/mini';
import type { PromptKind, PromptTemplate, PromptTemplates } from '../../engine/session/prompt-template.js';
import { contentChecksum } from '../../prompts/prompt-content.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { isBuiltin } from '../../prompts/prompt-name.js';
import { parsePromptReference } from '../../prompts/prompt-reference.js';
import { libraryTemplates } from '../../store/library-templates.js';
import type { Deps } from '../deps.js';
import { InvalidInputError } from '../operation.js';
import { whereabouts } from '../project/current-project.js';
import { findPrompt } from '../prompt/find-prompt.js';
import { contentInput, contentOf, readContent } from '../prompt/given-content.js';

/** A template by its name, or a text that is not stored. */
export const givenTemplate = z.union([z.object({ name: z.string() }), z.object({ content: contentInput })]);

/**
 * The template that is meant, and what it is for.
 *
 * @throws InvalidInputError when that is not known
 * @throws NotFoundError, TemplateNotInLibraryError, PromptNameError
 */
export async function templateToTry(
  deps: Deps,
  given: z.output<typeof givenTemplate>,
  kind: PromptKind | undefined,
): Promise<{ readonly template: PromptTemplate; readonly kind: PromptKind }> {
  if ('content' in given) return { template: await unstored(deps, given.content), kind: requireKind(kind) };
  const { project } = await whereabouts(deps);
  const meant = requireKind(kind ?? (await kindOf(deps, given.name)));
  const scope = { project, featureType: null, named: { [meant]: given.name } };
  return { template: await templatesToTry(deps).resolve(meant, scope), kind: meant };
}

/** Stored templates can be tried, and brought in, while they are switched off. */
function templatesToTry({ library, templates }: Deps): PromptTemplates {
  return library === null ? templates : libraryTemplates(library.templates);
}

async function unstored(deps: Deps, given: z.output<typeof contentInput>): Promise<PromptTemplate> {
  const { project } = await whereabouts(deps);
  const content = contentOf((await readContent(given)).document);
  return {
    reference: 'the template',
    layer: 'named',
    version: null,
    checksum: contentChecksum(content),
    messages: content.messages.map(({ role, text }) => ({ role, template: text })),
    note: null,
    fetch: templatesToTry(deps).fetchFor({ project }),
  };
}

/** Null for a prompt that is no template of a kind. */
async function kindOf(deps: Deps, text: string): Promise<PromptKind | undefined> {
  const { name } = parsePromptReference(text);
  const kind = isBuiltin(name) ? name.split('/')[1] : (await findPrompt(deps, text)).prompt.kind;
  return orchestrationKinds.find((one) => one === kind);
}

function requireKind(kind: PromptKind | undefined): PromptKind {
  if (kind !== undefined) return kind;
  throw new InvalidInputError('It is not known what the template is for.', {
    hint: `Say it with --kind: ${orchestrationKinds.join(', ')}.`,
  });
}
