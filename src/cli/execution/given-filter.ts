import type { CommandInput } from '../command.js';
import type { CommandContext } from '../command-context.js';
import type { filterOptions } from './filter-options.js';

type FilterValues = CommandInput<Record<never, never>, typeof filterOptions>['options'];

/** The filter as operations take it. */
export function givenFilter(context: CommandContext, options: FilterValues) {
  const { model, status, kind, prompt, session, since, until } = options;
  return { model, status, kind, prompt, session, since, until, project: context.common.project };
}

/** Whether anything was asked for but all of them. */
export function isNarrowed(filter: ReturnType<typeof givenFilter>): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
