import { loadConfig } from '../../config/load-config.js';
import { NameIndex } from '../../store/name-index.js';
import type { ConfigDeps } from '../config/config-deps.js';
import type { NameSuggestion } from './name-suggestion.js';

const LIMIT = 50;

/**
 * The sessions or projects of the configured store that begin with what was typed; none when there is no
 * store. It loads neither the query builder nor the schema checker, so that a shell does not have to wait.
 */
export async function suggestQuickly(
  sources: ConfigDeps,
  kind: 'session' | 'project',
  typed: string,
): Promise<readonly NameSuggestion[]> {
  const { values } = await loadConfig(sources);
  const index = NameIndex.open(values.store);
  if (index === null) return [];
  try {
    if (kind === 'session') return index.sessions(typed.toLowerCase(), LIMIT);
    return index.projects().filter(({ name }) => name.startsWith(typed));
  } finally {
    index.close();
  }
}
