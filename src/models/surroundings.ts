import type { Environment } from '../base/environment.js';

/** How long a call may take, in milliseconds. */
export interface CallTimes {
  /** From its beginning to its end. */
  readonly totalMs: number;
  /**
   * Between two lines, or two kilobytes, of what comes: a provider that thinks says so from time to time. Where
   * an answer is asked for in one piece, it begins to come when it is done.
   */
  readonly idleMs: number;
}

export const usualTimes: CallTimes = { totalMs: 15 * 60_000, idleMs: 5 * 60_000 };

/** The most that is taken of an answer, in bytes as they come. */
export const USUAL_ANSWER_BYTES = 64 * 1024 * 1024;

/** What the models know of the place that they are used in. */
export interface ModelSurroundings {
  readonly env: Environment;
  /** The working folder: its `.env` may hold keys, and the paths of scripts are from here. */
  readonly cwd: string;
  /**
   * The person's own configuration folder, where `models.yaml` and `keys.env` are. Never a folder of the
   * project: a repository must not say where a key is sent, nor what code is loaded.
   */
  readonly configFolder: string;
  /** The usual ones when left out. */
  readonly times?: CallTimes;
  readonly answerBytes?: number;
  /** How long an agent may take, in milliseconds; an hour when left out. */
  readonly agentMs?: number;
}
