import * as z from 'zod/mini';
import { mayGiveWay } from '../../engine/session/compose-prompt.js';
import {
  type NamedTemplates,
  type PromptKind,
  type PromptTemplate,
  type TemplateLayer,
  templateLayers,
} from '../../engine/session/prompt-template.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { BUILTIN_PREFIX } from '../../prompts/prompt-name.js';
import type { Project } from '../../store/project.js';
import { LABEL_IN_FORCE, type LayeredTemplate } from '../../store/template-store.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { featureTypeName } from '../session/given-text.js';
import { namedTemplatesInput } from '../session/named-templates.js';
import { faultOf } from './fault-of.js';
import type { LayerView, ResolutionView, TemplateResolveOutput } from './outputs.js';

const input = z.object({
  /** One kind only. */
  kind: z.optional(z.enum(orchestrationKinds)),
  featureType: z.optional(featureTypeName),
  /** As they would be named when a session is planned. */
  named: z._default(namedTemplatesInput, {}),
});

/**
 * Which template a session would take now for each kind of prompt, every layer that was looked at, and why.
 *
 * @throws TemplateNotInLibraryError, PromptNameError when a template is named that is not there
 */
export const resolveTemplates = guarded(
  needs.resolveTemplates,
  input,
  async (deps: Deps, given): Promise<TemplateResolveOutput> => {
    const { project } = await whereabouts(deps);
    await requireRole(deps, project);
    const featureType = given.featureType ?? null;
    const kinds: ResolutionView[] = [];
    for (const kind of given.kind === undefined ? orchestrationKinds : [given.kind]) {
      kinds.push(await resolutionOf(deps, kind, { project, featureType, named: given.named }));
    }
    return {
      project: project && { id: project.id, name: project.name },
      featureType,
      kinds,
      next: 'prompt-runner orchestrate template list',
    };
  },
);

interface Scope {
  readonly project: Project | null;
  readonly featureType: string | null;
  readonly named: NamedTemplates;
}

async function resolutionOf(deps: Deps, kind: PromptKind, scope: Scope): Promise<ResolutionView> {
  const winner = await deps.templates.resolve(kind, scope);
  const fault = await faultOf(winner);
  const givesWay = fault !== null && mayGiveWay(winner);
  const inForce = givesWay ? await deps.templates.builtin(kind) : winner;
  const stored = await storedLayers(deps, kind, scope);
  return {
    kind,
    template: inForce.reference,
    layer: inForce.layer,
    checksum: inForce.checksum,
    layers: templateLayers.map((layer) => layerView(layer, { kind, deps, scope, winner, fault, stored })),
  };
}

async function storedLayers(
  { library, config }: Deps,
  kind: PromptKind,
  { project, featureType }: Scope,
): Promise<readonly LayeredTemplate[]> {
  if (library === null || !config.values['templates.stored']) return [];
  return library.templates.layers(kind, project?.id ?? null, featureType);
}

interface Looked {
  readonly kind: PromptKind;
  readonly deps: Deps;
  readonly scope: Scope;
  /** The nearest template, which may give way to the built-in one when it is at fault. */
  readonly winner: PromptTemplate;
  readonly fault: string | null;
  readonly stored: readonly LayeredTemplate[];
}

function layerView(layer: TemplateLayer, looked: Looked): LayerView {
  const { winner, fault } = looked;
  if (layer === winner.layer) {
    return fault === null
      ? { layer, template: winner.reference, state: 'wins', why: whyItWins(looked) }
      : { layer, template: winner.reference, state: 'broken', why: whyItIsBroken(winner, fault) };
  }
  if (layer === 'built-in') {
    const template = BUILTIN_PREFIX + looked.kind;
    if (fault !== null && mayGiveWay(winner)) {
      return { layer, template, state: 'wins', why: 'for the broken one' };
    }
    return { layer, template, state: 'hidden', why: 'a nearer layer has one' };
  }
  const found = looked.stored.find((template) => template.layer === layer);
  if (found === undefined) return { layer, template: null, ...emptyLayer(layer, looked) };
  return {
    layer,
    template: `${found.name}@${found.version.number}`,
    state: 'hidden',
    why: 'a nearer layer has one',
  };
}

function whyItIsBroken(winner: PromptTemplate, fault: string): string {
  return mayGiveWay(winner) ? fault : `${fault} It was asked for, so that no other takes its place.`;
}

function whyItWins({ winner, stored, deps }: Looked): string {
  if (winner.note !== null) return winner.note;
  switch (winner.layer) {
    case 'named':
      return 'it was named';
    case 'workspace':
      return "the workspace's own file";
    case 'built-in':
      return deps.library === null ? 'no other is here' : 'no nearer layer has one';
    default: {
      const chosen = stored.find(({ layer }) => layer === winner.layer);
      return chosen?.isLabelled ? `its label ${LABEL_IN_FORCE}` : 'its newest version';
    }
  }
}

function emptyLayer(layer: TemplateLayer, { deps, scope }: Looked): Pick<LayerView, 'state' | 'why'> {
  const none = (why: string) => ({ state: 'none', why }) as const;
  if (layer === 'named') return none('none was named');
  if (layer === 'workspace') return none(deps.library === null ? 'no file of that kind' : 'no workspace');
  if (deps.library === null) return none('--use-db would look here');
  if (!deps.config.values['templates.stored']) return { state: 'off', why: 'templates.stored: false' };
  if (scope.project === null && layer.startsWith('project')) return none('no project');
  if (scope.featureType === null && layer.endsWith('type')) return none('no feature type');
  return none('no template');
}
