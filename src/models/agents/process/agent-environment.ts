import type { Environment } from '../../../base/environment.js';

/**
 * What an agent does not inherit: our own settings, which may hold a database's password; a repository that
 * a git hook points to, since the agent works in the one of its folder; and the mark of an agent that we run in.
 */
const OURS = 'PROMPT_RUNNER_';
const withheld: ReadonlySet<string> = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'CLAUDECODE']);

/** The environment of an agent: what it inherits, and what its command adds. Its own keys stay. */
export function agentEnvironment(
  inherited: Environment,
  added: Environment | undefined,
  folder: string,
): Environment {
  const kept = Object.entries(inherited).filter(([name]) => !name.startsWith(OURS) && !withheld.has(name));
  // Some programs believe PWD rather than ask where they are.
  return { ...Object.fromEntries(kept), PWD: folder, ...added };
}
