import type { Clock } from '../base/clock.js';
import type { Config } from '../config/load-config.js';
import type { PromptTemplates } from '../engine/session/prompt-template.js';
import type { SessionPorts } from '../engine/session/session-ports.js';
import type { Access } from './access/access.js';
import type { AnswerTiers } from './cache/answer-tiers.js';
import type { ExecutionRecords } from './execution/execution-records.js';
import type { Library } from './library.js';
import type { ModelAccess } from './model/model-access.js';
import type { Records } from './records.js';
import type { DurableEngine } from './worker/durable-engine.js';

/** Where the caller stands: what is taken when a command names no project and no session. */
export interface Surroundings {
  /** The working folder, with symlinks resolved. */
  readonly folder: string;
  /** The project named on the command line or in PROMPT_RUNNER_PROJECT. */
  readonly project: string | undefined;
  /** The variable of the environment that names the project, when nothing nearer does. */
  readonly projectVariable?: string | undefined;
  /** The session named on the command line or in PROMPT_RUNNER_SESSION. */
  readonly session: string | undefined;
}

/** All that operations work with. */
export interface Deps {
  readonly store: Records;
  readonly config: Config;
  readonly clock: Clock;
  readonly templates: PromptTemplates;
  /** The prompt library; null in a workspace without one. */
  readonly library: Library | null;
  /** The record of what models were asked; null in a workspace without the database. */
  readonly executions: ExecutionRecords | null;
  readonly answers: AnswerTiers;
  readonly models: ModelAccess;
  readonly surroundings: Surroundings;
  /** What hands out work to workers; not there where a store is a file. */
  readonly engine?: DurableEngine | undefined;
  /** What who works here may do; operations have it from `guarded`. */
  readonly access?: Access | undefined;
  /** The option that takes a command here, where it would not go by itself: `--workspace planning`, `--db old.db`. */
  readonly placeOptions?: string | undefined;
}

/** What the session engine needs, taken from what operations have. */
export function sessionPorts({ store, config, clock, templates }: Deps): SessionPorts {
  return {
    journal: store.journal,
    templates,
    clock,
    actor: config.values.actor,
    requestLimit: config.values['request.max_bytes'],
  };
}
