import { PromptRunnerError } from '../../../base/errors.js';
import type { ExperimentVariant } from '../../../engine/experiment/experiment.js';
import type { Strategy } from '../../../engine/experiment/strategy.js';
import type { TemplateScope } from '../../../engine/session/prompt-template.js';
import type { ModelName } from '../../../models/spec/model-name.js';
import { orchestrationKinds } from '../../../prompts/prompt-kind.js';
import type { Deps } from '../../deps.js';
import { resolveModel } from '../../model/resolve-model.js';
import { faultOf } from '../../orchestration-template/fault-of.js';

type Scope = Omit<TemplateScope, 'named'>;

/** What keeps sessions from being carried out with the templates of a variant; null when nothing does. */
export async function templateFault(
  deps: Deps,
  { strategy }: ExperimentVariant,
  scope: Scope,
): Promise<string | null> {
  for (const kind of orchestrationKinds) {
    const settled = strategy?.templates[kind];
    const fault = settled && (await faultIn(deps, kind, settled, scope));
    if (fault) return fault;
  }
  return null;
}

async function faultIn(
  { templates }: Deps,
  kind: (typeof orchestrationKinds)[number],
  { reference, version }: NonNullable<Strategy['templates'][typeof kind]>,
  scope: Scope,
): Promise<string | null> {
  try {
    const found = await templates.resolve(kind, { ...scope, named: { [kind]: reference } });
    if (found.note !== null) return found.note;
    if (found.version !== version) return `${reference} is another prompt by now`;
    return await faultOf(found);
  } catch (error) {
    if (error instanceof PromptRunnerError) return error.message;
    throw error;
  }
}

/** The models that a variant names, the one of all phases too. */
export function modelsOf({ strategy, model }: ExperimentVariant): readonly string[] {
  return [...new Set([...Object.values(strategy?.models ?? {}), ...(model === null ? [] : [model])])];
}

/** What keeps the models of a variant from being asked here; null when nothing does. Nothing is asked of them. */
export async function modelFault(
  deps: Deps,
  variant: ExperimentVariant,
  { project }: Scope,
): Promise<string | null> {
  try {
    for (const name of modelsOf(variant)) {
      const model = await resolveModel(deps, name, project?.id ?? null);
      if (isCommand(model))
        return `${name} is a command, and experiments run none on other people's machines`;
      await deps.models.models.open(model);
    }
    return null;
  } catch (error) {
    if (error instanceof PromptRunnerError) return error.message;
    throw error;
  }
}

/** Who makes an experiment would have it run wherever a session begins. */
export function isCommand({ provider }: ModelName): boolean {
  return provider === 'exec';
}
