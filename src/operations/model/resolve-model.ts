import type { ProjectId } from '../../base/ids.js';
import { type ModelName, readModelName } from '../../models/spec/model-name.js';
import type { Deps } from '../deps.js';
import { ModelNotChosenError, ModelRefusedError } from './errors.js';

/** The alias that names the model to take when none is named. */
export const DEFAULT_ALIAS = 'default';

/**
 * The model that is meant: the one named, else the setting `model.default`, else the alias `default` of the
 * project, else that of all projects. A name may be an alias.
 *
 * @param named as it was typed
 * @param project the id of the project whose aliases count
 * @throws ModelNotChosenError when none is named anywhere
 * @throws ModelRefusedError when a project's file names a command to run: whoever clones a repository has not
 *   agreed to that
 */
export async function resolveModel(
  deps: Deps,
  named: string | undefined,
  project: ProjectId | null,
): Promise<ModelName> {
  if (named !== undefined) return withoutAlias(deps, named, project);
  const { values, origins } = deps.config;
  const setting = values['model.default'];
  if (setting === 'none') {
    const target = await aliasTarget(deps, DEFAULT_ALIAS, project);
    if (target === null) throw new ModelNotChosenError();
    return readModelName(target);
  }
  const name = await withoutAlias(deps, setting, project);
  const origin = origins['model.default'];
  if (name.provider === 'exec' && origin.from === 'project')
    throw new ModelRefusedError(setting, `The file ${origin.file}`);
  return name;
}

async function withoutAlias(deps: Deps, name: string, project: ProjectId | null): Promise<ModelName> {
  const target = name.includes(':') ? null : await aliasTarget(deps, name, project);
  return readModelName(target ?? name);
}

async function aliasTarget(deps: Deps, alias: string, project: ProjectId | null): Promise<string | null> {
  return (await deps.executions?.modelAliases.resolve(alias, project)) ?? null;
}
