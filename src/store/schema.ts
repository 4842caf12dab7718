import type { Generated } from 'kysely';

/**
 * The tables as the newest migration leaves them. Times are ISO 8601 in UTC with milliseconds, so that
 * text order is time order; JSON is text; booleans are 0 and 1.
 */
export interface Database {
  projects: ProjectsTable;
  orchestration_sessions: SessionsTable;
  orchestration_phases: PhasesTable;
  session_requests: RequestsTable;
  session_events: EventsTable;
  active_choices: ActiveChoicesTable;
  schema_migrations: MigrationsTable;
}

export interface ProjectsTable {
  id: string;
  name: string;
  root: string | null;
  description: string | null;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

export interface SessionsTable {
  id: string;
  project_id: string | null;
  title: string;
  feature_type: string | null;
  status: string;
  step: string | null;
  complexity: string | null;
  time_estimate: string | null;
  version: number;
  created_by: string;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  deleted_at: string | null;
  state: string;
  feature_request: string;
}

/** One row per attempt at a step. */
export interface PhasesTable {
  id: string;
  session_id: string;
  /** Counts the attempts of a session, from 1. */
  position: number;
  step: string;
  /** The part of the implementation, from 1; null for the whole. */
  part: number | null;
  /** Counts the attempts at the step, from 1. */
  attempt: number;
  outcome: string;
  input_method: string | null;
  input_name: string | null;
  checksum: string;
  size: number;
  forced: number;
  appended_to: string | null;
  problem_code: string | null;
  problem_message: string | null;
  template: string | null;
  started_at: string;
  finished_at: string | null;
  prompt: string | null;
  result: string | null;
  answer: Uint8Array | null;
}

/** The feature request in its revisions. */
export interface RequestsTable {
  session_id: string;
  number: number;
  /** The revision that it was made from. */
  replaces: number | null;
  text: string;
  at: string;
  actor: string;
}

export interface EventsTable {
  session_id: string;
  number: number;
  at: string;
  actor: string;
  kind: string;
  step: string | null;
  attempt: string | null;
  undoes: number | null;
  before: string | null;
  after: string;
}

/** What is in use at a place (a project's root, or a folder): its session or its project. */
export interface ActiveChoicesTable {
  place: string;
  kind: 'session' | 'project';
  chosen: string;
  at: string;
}

export interface MigrationsTable {
  number: Generated<number>;
  name: string;
  applied_at: string;
}
