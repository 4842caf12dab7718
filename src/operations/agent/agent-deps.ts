import type { Environment } from '../../base/environment.js';

/** What operations on agents' files work with: where the person's home and the project are. */
export interface AgentDeps {
  readonly env: Environment;
  /** The working folder, absolute. */
  readonly cwd: string;
}
