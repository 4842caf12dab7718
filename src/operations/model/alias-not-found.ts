import { closestName } from '../../base/text/closest-name.js';
import { NotFoundError } from '../errors.js';
import type { AliasView } from './outputs.js';

/**
 * @param where the place that was looked at, as it ends a sentence: `here`, `for all projects`
 * @param aliases those that hold here
 */
export function aliasNotFound(name: string, where: string, aliases: readonly AliasView[]): NotFoundError {
  const elsewhere = aliases.find((alias) => alias.name === name);
  return new NotFoundError('ALIAS_NOT_FOUND', `There is no alias "${name}" ${where}.`, {
    hint: elsewhere === undefined ? nearestHint(name, aliases) : placeHint(elsewhere.project),
    next: 'prompt-runner model alias',
  });
}

function nearestHint(name: string, aliases: readonly AliasView[]): string {
  const nearest = closestName(
    name,
    aliases.map((alias) => alias.name),
  );
  return nearest === undefined ? 'See which there are.' : `Did you mean ${nearest}?`;
}

function placeHint(project: string | null): string {
  return project === null
    ? 'There is one for all projects: leave out --project.'
    : `There is one in project "${project}": name it with --project.`;
}
