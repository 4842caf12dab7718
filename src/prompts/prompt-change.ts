import type { NewAuditEntry } from './audit-entry.js';
import type { LabelMove, Prompt, PromptVersion } from './prompt.js';
import type { PromptReference } from './prompt-reference.js';

/** A version to be added, with what it brings in by literal names. */
export interface NewPromptVersion {
  readonly version: PromptVersion;
  readonly references: readonly PromptReference[];
}

/** A change of a prompt: all of it is written, or none. */
export interface PromptChange {
  /** The prompt as it shall be; its `changes` is the one that was read. */
  readonly prompt: Prompt;
  readonly added?: NewPromptVersion;
  readonly labels?: readonly LabelMove[];
  readonly audit: readonly NewAuditEntry[];
}
