import type { Environment } from '../../base/environment.js';

/** Where agents run, and how long they are waited for. */
export interface AgentSurroundings {
  /** What they inherit; see `process/agent-environment.ts` for what is left out. */
  readonly env: Environment;
  /** The folder that they work in when a request names none, and from which `exec:./program` is found. */
  readonly cwd: string;
  /** The longest that an agent may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The longest that it may print nothing, in milliseconds. */
  readonly idleMs: number;
  /** The most that it may print, stdout and stderr together. */
  readonly maxOutputBytes: number;
  /** How long it may take to end when it is asked to, in milliseconds; left out, a few seconds. */
  readonly graceMs?: number;
}
