import * as z from 'zod/mini';
import type { PromptKind, TemplateLayer } from '../../engine/session/prompt-template.js';
import type { Prompt, PromptLabel } from '../../prompts/prompt.js';
import { ORCHESTRATION_CATEGORY, orchestrationKinds } from '../../prompts/prompt-kind.js';
import type { PromptFilter, PromptPage } from '../../store/prompt-store.js';
import { LABEL_IN_FORCE } from '../../store/template-store.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { scopeHere } from '../prompt/prompt-scope.js';
import { featureTypeName } from '../session/given-text.js';
import type { TemplateEntry, TemplateListOutput } from './outputs.js';

/** So many prompts are read at a time. */
const PAGE = 200;

const input = z.object({
  kind: z.optional(z.enum(orchestrationKinds)),
  featureType: z.optional(featureTypeName),
  /** Those of every project. */
  all: z._default(z.boolean(), false),
});

/** The templates that sessions can be made from here: the built-in ones, and those of the library. */
export const listTemplates = guarded(
  needs.listTemplates,
  input,
  async (deps: Deps, given): Promise<TemplateListOutput> => {
    const filter: PromptFilter = {
      scope: given.all ? undefined : await scopeHere(deps),
      hidden: await accessOf(deps).hidden(),
      category: ORCHESTRATION_CATEGORY,
      isTemplate: true,
      kind: given.kind,
      featureType: given.featureType,
    };
    const entries = await storedEntries(deps, filter);
    const kinds = given.kind === undefined ? orchestrationKinds : [given.kind];
    return {
      stored: deps.config.values['templates.stored'],
      templates: kinds.flatMap((kind) => [
        ...(given.featureType === undefined ? [builtinEntry(kind)] : []),
        ...entries.filter((entry) => entry.kind === kind),
      ]),
      next: 'prompt-runner orchestrate template resolve',
    };
  },
);

/** All of them, by name. */
async function storedEntries(deps: Deps, filter: PromptFilter): Promise<TemplateEntry[]> {
  const { prompts, promptVersions } = libraryOf(deps);
  const entries: TemplateEntry[] = [];
  for (let after: PromptPage['after']; ; ) {
    const page: Prompt[] = await prompts.list(filter, 'name', { limit: PAGE, after });
    const labels = await promptVersions.labelsOf(page.map(({ id }) => id));
    entries.push(...page.flatMap((prompt) => entryOf(prompt, labels.get(prompt.id) ?? [])));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return entries;
    after = [last.name, last.id];
  }
}

function builtinEntry(kind: PromptKind): TemplateEntry {
  return {
    name: `builtin/${kind}`,
    kind,
    layer: 'built-in',
    project: null,
    featureType: null,
    isInForce: true,
    latest: null,
    used: null,
    description: 'Comes with the program.',
    updatedAt: null,
  };
}

/** Nothing for a kind that no phase asks for yet. */
function entryOf(prompt: Prompt, labels: readonly PromptLabel[]): TemplateEntry[] {
  const kind = orchestrationKinds.find((one) => one === prompt.kind);
  if (kind === undefined) return [];
  const labelled = labels.find(({ label }) => label === LABEL_IN_FORCE);
  return [
    {
      name: prompt.name,
      kind,
      layer: layerOf(prompt),
      project: prompt.project?.name ?? null,
      featureType: prompt.featureType,
      isInForce: prompt.isInForce,
      latest: prompt.latest,
      used: labelled?.version ?? prompt.latest,
      description: prompt.description,
      updatedAt: prompt.updatedAt,
    },
  ];
}

function layerOf({ project, featureType }: Prompt): TemplateLayer {
  if (project !== null) return featureType === null ? 'project' : 'project-type';
  return featureType === null ? 'global' : 'type';
}
