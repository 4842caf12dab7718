import type { ProjectId, PromptId, PromptVersionId } from '../base/ids.js';
import type { PromptContent } from './prompt-content.js';

/** A prompt of the library: what is known of it besides the content of its versions. */
export interface Prompt {
  readonly id: PromptId;
  /** The project that it belongs to; null for one that is there for all. */
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
  /** Unique in its project, or among the global ones. A project's prompt hides a global one of the same name. */
  readonly name: string;
  readonly description: string | null;
  readonly category: string | null;
  /** In the order of the alphabet, each once. */
  readonly tags: readonly string[];
  /** What it is for; for templates of sessions: orchestrator, analysis, implementation, follow-up. */
  readonly kind: string | null;
  /** The type of feature that it is made for. */
  readonly featureType: string | null;
  readonly isTemplate: boolean;
  /** Whether sessions take it by themselves in its layer (kind, project, feature type), which has one at most. */
  readonly isInForce: boolean;
  /** The number of its newest version, from 1. */
  readonly latest: number;
  /** Counts the changes, so that two who change it at once notice each other. */
  readonly changes: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it was deleted, which can be undone; null otherwise. */
  readonly deletedAt: Date | null;
}

/** A version of a prompt. It never changes. */
export interface PromptVersion extends PromptVersionSummary {
  readonly content: PromptContent;
}

/** A version without its content, as lists show it. */
export interface PromptVersionSummary {
  readonly id: PromptVersionId;
  readonly promptId: PromptId;
  /** From 1, without gaps. */
  readonly number: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly checksum: string;
  /** Bytes of the messages' texts in UTF-8. */
  readonly size: number;
  readonly author: string;
  readonly note: string | null;
  readonly createdAt: Date;
}

/** A pointer to a version, as it stands now. */
export interface PromptLabel {
  readonly label: string;
  /** The number of the version. */
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
}

/** One move of a label. The moves are only added. */
export interface LabelMove {
  readonly label: string;
  /** The version's number before; null when the label was new. */
  readonly from: number | null;
  /** The version's number since; null when the label was taken away. */
  readonly to: number | null;
  readonly at: Date;
  readonly actor: string;
  readonly note: string | null;
  /** Whether the label was protected, and was moved all the same. */
  readonly forced: boolean;
}
