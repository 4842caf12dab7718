import { isAddress } from '../../base/text/is-address.js';
import { loadConfig } from '../../config/load-config.js';
import { NameIndex } from '../../store/name-index.js';
import type { ConfigDeps } from '../config/config-deps.js';
import { isToldByIndex, meantSession } from './meant-session.js';
import type { NameSuggestion } from './name-suggestion.js';

const LIMIT = 50;

/** What is to be completed. */
export interface QuickRequest {
  readonly kind: keyof typeof suggestions;
  /** What was typed so far. */
  readonly typed: string;
  /** The session that the line names, if it does. */
  readonly session: string | undefined;
}

/**
 * The names in the configured store that begin with what was typed; none when there is no store. It loads
 * neither the query builder nor the schema checker, so that a shell does not have to wait.
 *
 * @returns null when it takes the whole app to tell, see `suggestNames`
 * @throws ConfigError, StoreUnavailableError
 */
export async function suggestQuickly(
  sources: ConfigDeps,
  request: QuickRequest,
): Promise<readonly NameSuggestion[] | null> {
  const { values } = await loadConfig(sources);
  if (isAddress(values.store)) return null;
  const index = NameIndex.open(values.store);
  if (index === null) return [];
  try {
    return index.hasMembers() ? null : suggestions[request.kind](index, request, sources);
  } finally {
    index.close();
  }
}

const suggestions = {
  session: sessions,
  attempt: attempts,
  execution: executions,
  project: projects,
  prompt: prompts,
  batch: batches,
  experiment: experiments,
  optimization: optimizations,
  workflow: workflows,
  run: runs,
};

function sessions(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.sessions(typed.toLowerCase(), LIMIT);
}

function attempts(
  index: NameIndex,
  { typed, session }: QuickRequest,
  place: ConfigDeps,
): NameSuggestion[] | null {
  if (!isToldByIndex(session, place)) return null;
  const meant = meantSession(index, session, place);
  if (meant === null) return [];
  return index.attempts(meant).filter(({ name }) => name.startsWith(typed.toLowerCase()));
}

function executions(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.executions(typed.toLowerCase(), LIMIT);
}

function projects(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.projects().filter(({ name }) => name.startsWith(typed));
}

function prompts(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  const at = typed.indexOf('@');
  if (at < 0) return index.prompts(typed, LIMIT);
  return index.promptLabels(typed.slice(0, at)).filter(({ name }) => name.startsWith(typed));
}

function batches(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.batches(typed, LIMIT);
}

function experiments(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.experiments(typed, LIMIT);
}

function optimizations(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.optimizations(typed.toLowerCase(), LIMIT);
}

function workflows(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.workflows(typed, LIMIT);
}

function runs(index: NameIndex, { typed }: QuickRequest): NameSuggestion[] {
  return index.runs(typed.toLowerCase(), LIMIT);
}
