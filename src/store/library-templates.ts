import type {
  BroughtInTemplate,
  PromptKind,
  PromptTemplate,
  PromptTemplates,
  TemplateScope,
} from '../engine/session/prompt-template.js';
import { IncludeRefusedError, TemplateKindError, TemplateNotInLibraryError } from '../prompts/errors.js';
import { orchestrationKinds } from '../prompts/prompt-kind.js';
import { BUILTIN_PREFIX, isBuiltin } from '../prompts/prompt-name.js';
import { parsePromptReference, referenceText } from '../prompts/prompt-reference.js';
import { builtinTemplates, fetchBuiltin } from './builtin-templates.js';
import type { LayeredTemplate, TemplateStore } from './template-store.js';

/**
 * The templates of the prompt library, in their layers: the one that was named, that of the feature type in
 * the project, of the project, of the feature type, the global one, the built-in one.
 */
export function libraryTemplates(store: TemplateStore): PromptTemplates {
  return {
    async resolve(kind, scope) {
      const named = scope.named[kind];
      if (named !== undefined) return namedTemplate(store, kind, named, scope);
      const [nearest] = await store.layers(kind, scope.project?.id ?? null, scope.featureType);
      if (nearest === undefined) return builtinTemplates.resolve(kind, scope);
      return storedTemplate(store, nearest, scope);
    },
    builtin: (kind) => builtinTemplates.builtin(kind),
    fetchFor: (scope, asOf) => (name) => fetchFromLibrary(store, name, scope, asOf),
  };
}

/** The built-in templates alone, where there is no library; what was named has to be one of them. */
export const builtinTemplatesOnly: PromptTemplates = {
  ...builtinTemplates,
  async resolve(kind, scope) {
    const named = scope.named[kind];
    return named === undefined ? builtinTemplates.resolve(kind, scope) : namedBuiltin(kind, named, scope);
  },
};

/** The built-in templates alone, for when the stored ones are switched off: the session says so. */
export function withoutStoredTemplates(): PromptTemplates {
  return {
    ...builtinTemplates,
    async resolve(kind, scope) {
      const template = await builtinTemplates.resolve(kind, scope);
      const named = scope.named[kind];
      const unless = named === undefined ? '' : `; ${named} was not used`;
      return { ...template, note: `stored templates are switched off (templates.stored)${unless}` };
    },
  };
}

/** @throws TemplateNotInLibraryError when there is no such prompt or version */
async function namedTemplate(
  store: TemplateStore,
  kind: PromptKind,
  text: string,
  scope: TemplateScope,
): Promise<PromptTemplate> {
  const reference = parsePromptReference(text);
  if (isBuiltin(reference.name)) return namedBuiltin(kind, text, scope);
  const found = await store.referred(reference, scope.project?.id ?? null);
  if (found?.version == null) throw new TemplateNotInLibraryError(text, found !== undefined);
  if (found.kind !== null && found.kind !== kind) throw new TemplateKindError(text, found.kind, kind);
  return storedTemplate(store, { layer: 'named', name: found.name, version: found.version }, scope);
}

/** The built-in templates have no versions of their own: they go with the program. */
async function namedBuiltin(kind: PromptKind, text: string, scope: TemplateScope): Promise<PromptTemplate> {
  const { name, version } = parsePromptReference(text);
  const found = orchestrationKinds.find((one) => name === BUILTIN_PREFIX + one);
  if (found === undefined || version.by !== 'latest') {
    throw new TemplateNotInLibraryError(text, found !== undefined);
  }
  if (found !== kind) throw new TemplateKindError(text, found, kind);
  return { ...(await builtinTemplates.resolve(kind, scope)), layer: 'named' };
}

/** A version of the library as sessions take it. */
export function storedTemplate(
  store: TemplateStore,
  { layer, name, version }: Pick<LayeredTemplate, 'layer' | 'name' | 'version'>,
  scope: Pick<TemplateScope, 'project'>,
): PromptTemplate {
  return {
    reference: `${name}@${version.number}`,
    layer,
    version: version.id,
    checksum: version.checksum,
    messages: version.content.messages.map(({ role, text }) => ({ role, template: text })),
    note: null,
    fetch: (other) => fetchFromLibrary(store, other, scope),
  };
}

/**
 * What a template brings in by a name: a prompt that its scope sees, or a built-in template.
 *
 * @throws PromptNameError for what cannot be a name
 * @throws IncludeRefusedError when the prompt has several messages
 */
async function fetchFromLibrary(
  store: TemplateStore,
  name: string,
  scope: Pick<TemplateScope, 'project'>,
  asOf?: Date,
): Promise<BroughtInTemplate | undefined> {
  if (isBuiltin(name)) return fetchBuiltin(name);
  const reference = parsePromptReference(name);
  const found = await store.referred(reference, scope.project?.id ?? null, asOf);
  if (found?.version == null) return undefined;
  const { messages } = found.version.content;
  const [only] = messages;
  if (only === undefined || messages.length > 1) {
    throw new IncludeRefusedError(referenceText(reference), messages.length);
  }
  return { text: only.text, version: found.version.id };
}
