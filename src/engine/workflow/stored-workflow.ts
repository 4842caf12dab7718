import type { ProjectId, WorkflowId } from '../../base/ids.js';

/** A workflow of the library: what is known of it besides the text of its versions. */
export interface StoredWorkflow {
  readonly id: WorkflowId;
  /** The project that it belongs to; null for one that is there for all. */
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
  /** Unique in its project, or among the global ones. A project's workflow hides a global one of the same name. */
  readonly name: string;
  /** As its newest version says it. */
  readonly description: string | null;
  /** The number of its newest version, from 1. */
  readonly latest: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A version of a workflow. It never changes. */
export interface WorkflowVersion {
  readonly workflow: WorkflowId;
  /** From 1, without gaps. */
  readonly number: number;
  /** SHA-256 of the source, in hexadecimal. */
  readonly checksum: string;
  readonly author: string;
  readonly note: string | null;
  readonly createdAt: Date;
  /** The YAML text, as it was given. */
  readonly source: string;
}

/** A version without its text, as lists show it. */
export type WorkflowVersionSummary = Omit<WorkflowVersion, 'source'>;
