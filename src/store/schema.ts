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

/** The codebases that sessions belong to. */
export interface ProjectsTable {
  /** `p` and twelve random characters. */
  id: string;
  /** What it is called; unique. */
  name: string;
  /** The codebase's folder, absolute, without symlinks; null for a project without one. Unique. */
  root: string | null;
  /** What it is, in its owner's words. */
  description: string | null;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** When it was put away; null while it is in use. */
  archived_at: string | null;
}

/** A session is one feature request on its way into a codebase. */
export interface SessionsTable {
  /** `s` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null outside of any. */
  project_id: string | null;
  /** The first line of the feature request, shortened. */
  title: string;
  /** For instance `bugfix`. */
  feature_type: string | null;
  /** Derived from `state`, for filters and lists: planning, analysis, implementation, completed, cancelled. */
  status: string;
  /** The step that is due, derived from `state`; null when none is. */
  step: string | null;
  /** From the notes of the planning answer. */
  complexity: string | null;
  /** From the notes of the planning answer. */
  time_estimate: string | null;
  /** Counts the moves, so that two who move the session at once notice each other. */
  version: number;
  /** Who planned it. */
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** Null until the last step is done. */
  completed_at: string | null;
  /** When it was deleted, which can be undone; null otherwise. */
  deleted_at: string | null;
  /** JSON: for each step whether it is open, incomplete, done or stale, and the attempt that stands. */
  state: string;
  /** The feature request as it is now. */
  feature_request: string;
}

/**
 * The attempts at the steps: a prompt as it was given out, or an answer as it came in. Rows are only
 * added, and an answer's is completed once, when it is known what it was good for.
 */
export interface PhasesTable {
  /** `a` and twelve random characters. */
  id: string;
  /** The session that it belongs to. */
  session_id: string;
  /** Counts the attempts of a session, from 1. */
  position: number;
  /** plan, process, analyze, save-analysis, implement or complete. */
  step: string;
  /** The part of the implementation, from 1; null for the whole. */
  part: number | null;
  /** Counts the attempts at the step, from 1. */
  attempt: number;
  /** issued (a prompt), received, accepted, incomplete or rejected (an answer). */
  outcome: string;
  /** How the answer came in: argument, file, stdin, paste, edit, typed, library or kept. */
  input_method: string | null;
  /** The file that the answer came from, or the attempt that was read again. */
  input_name: string | null;
  /** SHA-256 of the answer or the prompt, in hexadecimal. */
  checksum: string;
  /** Bytes of the answer or the prompt. */
  size: number;
  /** Whether the answer was taken in spite of doubts. */
  forced: number;
  /** The attempt that this answer was joined to. */
  appended_to: string | null;
  /** Why the answer was rejected, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** The template that the prompt was rendered from. */
  template: string | null;
  /** When the prompt was given out, or the answer came in. */
  started_at: string;
  /** When it was known what the answer was good for; null until then. */
  finished_at: string | null;
  /** JSON: the messages of the prompt. */
  prompt: string | null;
  /** JSON: what was read from the answer. */
  result: string | null;
  /** The answer, byte for byte. */
  answer: Uint8Array | null;
}

/** The feature request in its revisions. */
export interface RequestsTable {
  /** The session that it belongs to. */
  session_id: string;
  /** Counts the revisions of a session, from 1. */
  number: number;
  /** The revision that it was made from. */
  replaces: number | null;
  /** The feature request in this revision. */
  text: string;
  /** When it was made. */
  at: string;
  /** Who made it. */
  actor: string;
}

/** The history of the sessions: who moved what and when. Rows are only added. */
export interface EventsTable {
  /** The session that it belongs to. */
  session_id: string;
  /** Counts the events of a session, from 1. */
  number: number;
  /** When it happened. */
  at: string;
  /** Who did it. */
  actor: string;
  /** What happened: created, step-done, answer-rejected, undone, and so on. */
  kind: string;
  /** The step that it was about. */
  step: string | null;
  /** The attempt that it was about. */
  attempt: string | null;
  /** The number of the event that an undo takes back. */
  undoes: number | null;
  /** JSON: the session's state before; null when it was created. */
  before: string | null;
  /** JSON: the session's state after. */
  after: string;
}

/** What is in use at a place: a session, a project. */
export interface ActiveChoicesTable {
  /** A project's root, or a folder. */
  place: string;
  /** session or project. */
  kind: 'session' | 'project';
  /** The id of what is in use. */
  chosen: string;
  /** When it was chosen. */
  at: string;
}

/** The migrations that have brought the schema to where it is. */
export interface MigrationsTable {
  /** The schema number that the migration leads to. */
  number: Generated<number>;
  /** What the migration does. */
  name: string;
  /** When it was run. */
  applied_at: string;
}
