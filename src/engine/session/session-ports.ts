import type { Clock } from '../../base/clock.js';
import type { PromptTemplates } from './prompt-template.js';
import type { SessionJournal } from './session-journal.js';

/** All that a session needs of the world. */
export interface SessionPorts {
  readonly journal: SessionJournal;
  readonly templates: PromptTemplates;
  readonly clock: Clock;
  /** Who makes the moves, as events record it. */
  readonly actor: string;
  /** The largest feature request that is accepted, in bytes of UTF-8. */
  readonly requestLimit: number;
  /**
   * What is known of the repository, for prompts to models that cannot look for themselves; left out in
   * prompts for people and agents.
   */
  readonly context?: string;
}
