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
  prompts: PromptsTable;
  prompt_versions: PromptVersionsTable;
  prompt_labels: PromptLabelsTable;
  prompt_label_moves: PromptLabelMovesTable;
  prompt_tags: PromptTagsTable;
  prompt_references: PromptReferencesTable;
  prompt_search_entries: PromptSearchEntriesTable;
  prompt_words: PromptWordsTable;
  prompt_parts: PromptPartsTable;
  phase_prompt_versions: PhasePromptVersionsTable;
  audit_log: AuditLogTable;
  executions: ExecutionsTable;
  execution_attempts: ExecutionAttemptsTable;
  execution_tool_uses: ExecutionToolUsesTable;
  execution_attachments: ExecutionAttachmentsTable;
  execution_words: ExecutionWordsTable;
  execution_words_due: ExecutionWordsDueTable;
  orchestration_executions: SessionExecutionsTable;
  phase_ratings: PhaseRatingsTable;
  cache_entries: CacheEntriesTable;
  model_aliases: ModelAliasesTable;
  runs: RunsTable;
  run_steps: RunStepsTable;
  batches: BatchesTable;
  batch_items: BatchItemsTable;
  batch_executions: BatchExecutionsTable;
  workers: WorkersTable;
  experiments: ExperimentsTable;
  experiment_variants: ExperimentVariantsTable;
  experiment_metrics: ExperimentMetricsTable;
  experiment_assignments: ExperimentAssignmentsTable;
  experiment_observations: ExperimentObservationsTable;
  optimizations: OptimizationsTable;
  optimization_rows: OptimizationRowsTable;
  optimization_candidates: OptimizationCandidatesTable;
  optimization_calls: OptimizationCallsTable;
  workflows: WorkflowsTable;
  workflow_versions: WorkflowVersionsTable;
  project_members: MembersTable;
  protected_labels: ProtectedLabelsTable;
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
  /** JSON: the templates that were named when it was planned, by kind; null when none was. */
  templates: string | null;
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
  /** How the answer came in: argument, file, stdin, paste, edit, typed, library, kept, model or agent. */
  input_method: string | null;
  /** The file that the answer came from, the attempt that was read again, or the execution that answered. */
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
  /** The layer that the template was found in: named, project-type, project, type, global, built-in, workspace. */
  template_layer: string | null;
  /** SHA-256 of the template's content, in hexadecimal. */
  template_checksum: string | null;
  /** Why another template than the one in force was taken. */
  template_note: string | null;
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

/** What somebody has in use at a place: a session, a project. */
export interface ActiveChoicesTable {
  /** Whose it is on a server; empty in a file, and for what was chosen before schema 7. */
  login: string;
  /** A project's root, or a folder. */
  place: string;
  /** session or project. */
  kind: 'session' | 'project';
  /** The id of what is in use. */
  chosen: string;
  /** When it was chosen. */
  at: string;
}

/** The prompts of the library, without their content. */
export interface PromptsTable {
  /** `t` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null for all. */
  project_id: string | null;
  /** Unique in its project, or among the global ones, as long as it is not deleted. */
  name: string;
  /** What it is for, in its owner's words. */
  description: string | null;
  /** For instance `__orchestration__`, the templates of sessions. */
  category: string | null;
  /** What it is for, for programs: orchestrator, analysis, implementation, follow-up, or any word. */
  kind: string | null;
  /** The type of feature that it is made for. */
  feature_type: string | null;
  /** Whether it is a template. */
  is_template: number;
  /** Whether sessions take it in its layer (kind, project, feature type); one at most is. */
  in_force: number;
  /** The number of its newest version. */
  latest: number;
  /** Counts the changes, so that two who change it at once notice each other. */
  changes: number;
  /** Who made it. */
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** When it was deleted, which can be undone; null otherwise. */
  deleted_at: string | null;
}

/** The versions of the prompts. Rows are only added. */
export interface PromptVersionsTable {
  /** `v` and twelve random characters. */
  id: string;
  /** The prompt that it is a version of. */
  prompt_id: string;
  /** Counts the versions of a prompt, from 1. */
  number: number;
  /** SHA-256 of the content, in hexadecimal. */
  checksum: string;
  /** Bytes of the messages' texts. */
  size: number;
  /** Who wrote it. */
  author: string;
  /** Why, in its author's words. */
  note: string | null;
  /** When it was made. */
  created_at: string;
  /** JSON: the declared variables. */
  variables: string;
  /** JSON: model, parameters, the schema of the answer. */
  settings: string;
  /** JSON: the messages in order, each a role and a template. */
  messages: string;
}

/** Where the labels point now. */
export interface PromptLabelsTable {
  /** The prompt. */
  prompt_id: string;
  /** For instance production. */
  label: string;
  /** The number of the version. */
  version: number;
  /** When it was moved there. */
  at: string;
  /** Who moved it. */
  actor: string;
}

/** Every move of a label. Rows are only added. */
export interface PromptLabelMovesTable {
  /** The prompt. */
  prompt_id: string;
  /** Counts the moves of the labels of a prompt, from 1. */
  number: number;
  /** The label. */
  label: string;
  /** The version's number before; null when the label was new. */
  from_version: number | null;
  /** The version's number since; null when the label was taken away. */
  to_version: number | null;
  /** When. */
  at: string;
  /** Who. */
  actor: string;
  /** Why, in words. */
  note: string | null;
  /** Whether the label was protected and was moved all the same. */
  forced: number;
}

/** The tags of the prompts. */
export interface PromptTagsTable {
  /** The prompt. */
  prompt_id: string;
  /** One of its tags. */
  tag: string;
}

/** What the versions bring in by literal names: include, extends, import. */
export interface PromptReferencesTable {
  /** The version that brings it in. */
  version_id: string;
  /** The name of the prompt that is brought in. */
  name: string;
  /** The version or label that is asked for; empty for the newest. */
  version: string;
}

/** Which prompts can be found, and by what number the two search indexes know them; the deleted ones cannot. */
export interface PromptSearchEntriesTable {
  /** The row of the search indexes. */
  number: Generated<number>;
  /** The prompt. */
  prompt_id: string;
  /** Its name and its tags as searching sees them, a line each, for what is too short for the indexes. */
  labels: string;
}

/** FTS5 index of the words of the prompts that are not deleted. It keeps no texts: what it gives is null. */
export interface PromptWordsTable {
  /** The number of the entry. */
  rowid: number;
  /** The words of the name. */
  name: string;
  /** The words of the tags. */
  tags: string;
  /** The words of the description. */
  description: string;
  /** The words of the newest version. */
  content: string;
}

/** FTS5 index of every three characters that follow each other. It keeps no texts: what it gives is null. */
export interface PromptPartsTable {
  /** The number of the entry. */
  rowid: number;
  /** The name as searching sees it. */
  name: string;
  /** The tags likewise. */
  tags: string;
  /** The description likewise. */
  description: string;
  /** The newest version likewise. */
  content: string;
}

/** Which versions the prompts of the sessions were made from: the template first, then what it brought in. */
export interface PhasePromptVersionsTable {
  /** The attempt that issued the prompt. */
  attempt_id: string;
  /** The version. */
  version_id: string;
  /** Counts the versions of an attempt, from 1. */
  position: number;
}

/** Who changed what in the library and the settings. Rows are only added, each with a hash over the one before. */
export interface AuditLogTable {
  /** Counts the entries, from 1, without gaps. */
  number: number;
  /** When. */
  at: string;
  /** Who. */
  actor: string;
  /** What was done: prompt.created, label.moved, setting.set, execution.redacted, alias.set, and so on. */
  action: string;
  /** prompt, template, label, setting, execution, alias, member. */
  subject_kind: string;
  /** The id of what was changed; null for what has none. */
  subject_id: string | null;
  /** Its name. */
  subject: string;
  /** JSON: as it was; null when there was nothing. */
  before: string | null;
  /** JSON: as it is since; null when there is nothing. */
  after: string | null;
  /** Why, in words. */
  note: string | null;
  /** Whether a protection was overruled. */
  forced: number;
  /** The hash of the entry before; of the first, 64 zeros. */
  previous_hash: string;
  /** SHA-256 over the entry and `previous_hash`, in hexadecimal. */
  hash: string;
  /** The project that the entry is about; null for what concerns all. Not part of the hash. */
  project_id: string | null;
}

/** Every question to a model or an agent with its answer, and every answer that was pasted. Money is in thousand-millionths of a US dollar. */
export interface ExecutionsTable {
  /** Counts them as they were written; the row of the search index. */
  number: Generated<number>;
  /** `x` and twelve random characters. */
  id: string;
  /** Who answered: model, agent or pasted. */
  kind: string;
  /** running, succeeded, failed or aborted. */
  status: string;
  /** The project that it belongs to; null outside of any. */
  project_id: string | null;
  /** The version of the prompt that was rendered. */
  prompt_version_id: string | null;
  /** The same as people write it. */
  prompt_reference: string | null;
  /** The model's full name, with its provider; null for a pasted answer. */
  model: string | null;
  /** The model that answered, as its provider names it. */
  answered_model: string | null;
  /** Why the model stopped: stop, length, content-filter, tool-calls, error or other. */
  finish_reason: string | null;
  /** Tokens that went in, of all calls together; null when they are not known, as all of these. */
  input_tokens: number | null;
  /** Those of them that the provider had in its cache. */
  cached_input_tokens: number | null;
  /** Those of them that the provider put into its cache. */
  cache_write_tokens: number | null;
  /** Tokens that came out. */
  output_tokens: number | null;
  /** Those of them that the model thought. */
  reasoning_tokens: number | null;
  /** What all calls cost; null when it is not known. */
  cost: number | null;
  /** Milliseconds from the beginning of the first call to the end of the last; null while it runs, and for pasted answers. */
  latency_ms: number | null;
  /** Milliseconds to the first bit of the answer; null when it did not come bit by bit. */
  first_token_ms: number | null;
  /** The execution whose answer the cache gave. */
  answered_by: string | null;
  /** The execution that was done again. */
  rerun_of: string | null;
  /** What went wrong, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** What is the same for the same question; null when the answer is not to be taken from the cache. */
  cache_key: string | null;
  /** Who asked, or pasted. */
  actor: string;
  /** When it was begun. */
  created_at: string;
  /** When it ended; null while it runs. */
  finished_at: string | null;
  /** When credentials in it were removed; null when none were. */
  redacted_at: string | null;
  /** The beginning of what was asked last, without credentials; null when nothing was asked. */
  excerpt: string | null;
  /** JSON: temperature and the rest. */
  parameters: string;
  /** JSON: the schema of the answer; null for text. */
  response_schema: string | null;
  /** JSON: the names of the tools that the model was given. */
  tools: string;
  /** JSON: what the price list said on that day; null when it did not know the model. */
  price: string | null;
  /** JSON: what else the provider or the agent told. */
  details: string;
  /** JSON: what the provider did not heed, in sentences. */
  warnings: string;
  /** JSON: the messages as they were sent; an attachment is its position. Empty for a pasted answer. */
  messages: string;
  /** The answer; null when there is none, and when it was pasted: the attempt has it then. */
  response: string | null;
  /** What the provider showed of the model's thinking. */
  reasoning: string | null;
}

/** The calls of an execution. A row is written before the call is made, and completed once. */
export interface ExecutionAttemptsTable {
  /** The execution that it belongs to. */
  execution_id: string;
  /** Counts the calls of an execution, from 1. */
  number: number;
  /** The round of the conversation, from 1; several calls of one round are tries. */
  round: number;
  /** running, succeeded or failed. */
  status: string;
  /** When it began. */
  started_at: string;
  /** When it was over; null while it is on its way, or when nobody knows. */
  finished_at: string | null;
  /** Milliseconds that were waited before it. */
  waited_ms: number;
  /** What it may cost at most: counts as spent until the call is over. */
  reserved: number | null;
  /** What it cost; null when it is not known. */
  cost: number | null;
  /** Tokens that went in. */
  input_tokens: number | null;
  /** Those of them that the provider had in its cache. */
  cached_input_tokens: number | null;
  /** Those of them that the provider put into its cache. */
  cache_write_tokens: number | null;
  /** Tokens that came out. */
  output_tokens: number | null;
  /** Those of them that the model thought. */
  reasoning_tokens: number | null;
  /** The provider's name for the call. */
  request_id: string | null;
  /** What went wrong: rate-limited, timeout, auth, and so on. */
  fault: string | null;
  /** The status of the provider's answer, such as 429. */
  http_status: number | null;
  /** What went wrong, in words. */
  message: string | null;
}

/** The tools that models used, with what came of them. */
export interface ExecutionToolUsesTable {
  /** The execution. */
  execution_id: string;
  /** The number of the call after which the tool was used. */
  attempt: number;
  /** Counts the uses after a call, from 1. */
  position: number;
  /** The round of the conversation, from 1. */
  round: number;
  /** Whether the tool failed. */
  failed: number;
  /** JSON: the id, the name and the input of the use. */
  call: string;
  /** What came of it. */
  text: string;
}

/** The files that went with the messages, so that the very same can be asked again. */
export interface ExecutionAttachmentsTable {
  /** The execution. */
  execution_id: string;
  /** Counts the attachments of an execution, from 0. */
  position: number;
  /** The file's name, without its folder. */
  name: string;
  /** For instance image/png. */
  media_type: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  checksum: string;
  /** How many bytes. */
  size: number;
  /** The file, byte for byte. */
  bytes: Uint8Array;
}

/** FTS5 index of the words of executions. It keeps no texts: what it gives is null. */
export interface ExecutionWordsTable {
  /** The number of the execution. */
  rowid: number;
  /** The words of the prompt's reference. */
  prompt: string;
  /** The words of the model's name. */
  model: string;
  /** The words of the first 20,000 characters of the messages. */
  messages: string;
  /** The words of the first 20,000 characters of the answer. */
  response: string;
}

/** The executions that are over and not in the search index yet: they are added when somebody searches. */
export interface ExecutionWordsDueTable {
  /** The number of the execution. */
  number: number;
}

/** The executions of sessions, each for a step. The sessions may be in a workspace. */
export interface SessionExecutionsTable {
  /** The execution. */
  execution_id: string;
  /** The session. */
  session_id: string;
  /** The step that it was for. */
  step: string;
  /** The part of the implementation, from 1; null for the whole. */
  part: number | null;
  /** The attempt that its answer became; null as long as it has not become one. */
  attempt_id: string | null;
}

/** How good people found the phases of sessions. Rows are only added; the newest of a phase counts. */
export interface PhaseRatingsTable {
  /** The session. */
  session_id: string;
  /** planning, analysis or implementation. */
  phase: string;
  /** Counts the ratings of a phase, from 1. */
  number: number;
  /** From 1, bad, to 5, good. */
  rating: number;
  /** Why, in words. */
  note: string | null;
  /** Who. */
  actor: string;
  /** When. */
  at: string;
}

/** The answers that are given again when the same is asked. */
export interface CacheEntriesTable {
  /** What is the same for the same question. */
  key: string;
  /** The execution that has the answer. */
  execution_id: string;
  /** When the answer was given. */
  created_at: string;
  /** When it was given again last; when it was given, if it never was again. */
  last_used_at: string;
  /** How often it was given again. */
  hits: number;
  /** Bytes of the answer and the reasoning, in UTF-8. */
  size: number;
}

/** Other names of models. The one that is called default is the model that is taken when none is named. */
export interface ModelAliasesTable {
  /** The other name. */
  name: string;
  /** The project that it holds for; null for all. */
  project_id: string | null;
  /** The model's full name, with its provider. */
  target: string;
  /** Who set it last. */
  actor: string;
  /** When. */
  at: string;
}

/** Ways through a program of steps, such as a session from its plan to its end. */
export interface RunsTable {
  /** `r` and twelve random characters. */
  id: string;
  /** The kind of program: session or workflow. */
  kind: string;
  /** What it works on: the id of a session, or of the workflow that it goes through. */
  subject: string;
  /** running, waiting, stopped, failed or completed. */
  status: string;
  /** The host of the process that is at it; null when none is, as the two that follow. */
  owner_host: string | null;
  /** The number of that process. */
  owner_pid: number | null;
  /** When that process began, as the system says it. */
  owner_started: string | null;
  /** Why it stopped or failed, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** Who began it. */
  actor: string;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** JSON: how it was asked for. */
  settings: string;
  /** The project that the run of a workflow belongs to; null outside of any, and for sessions, which say it themselves. */
  project_id: string | null;
  /** The number of the version that the run of a workflow keeps to; null for sessions, as all that follow. */
  workflow_version: number | null;
  /** JSON: what it was given, by the names of the workflow's inputs. */
  inputs: string | null;
  /** JSON: what came of it, by the names of the workflow's outputs; null until it is completed. */
  outputs: string | null;
  /** When it was called off. */
  cancelled_at: string | null;
}

/** The tries at the steps of runs. A row is written before the work begins. */
export interface RunStepsTable {
  /** The run that it belongs to. */
  run_id: string;
  /** Counts the tries of a run, from 1. */
  position: number;
  /** Which step it is: process, complete/2. */
  key: string;
  /** Counts the tries at the step, from 1. */
  attempt: number;
  /** started, done, failed or stale. */
  status: string;
  /** When its work began. */
  started_at: string;
  /** When it was over. */
  finished_at: string | null;
  /** JSON: what it brought forth, ids and figures. */
  output: string;
  /** What went wrong, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** SHA-256 of what has to be approved, in hexadecimal; null where nobody has to. */
  gate_checksum: string | null;
  /** pending, approved, edited or rejected. */
  gate_decision: string | null;
  /** What was said about it. */
  gate_comment: string | null;
  /** Who decided. */
  gate_actor: string | null;
  /** When. */
  gate_at: string | null;
  /** JSON: the value that later steps of a workflow see; null where there is none. */
  result: string | null;
  /** The execution that brought it forth; null where no model was asked. */
  execution_id: string | null;
}

/** Prompts that are asked once for each row of some data. Money is in thousand-millionths of a US dollar. */
export interface BatchesTable {
  /** `b` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null outside of any. */
  project_id: string | null;
  /** What it is called; null for one without a name. */
  name: string | null;
  /** The version of the prompt that is rendered; null for a built-in one. */
  prompt_version_id: string | null;
  /** The same as people write it. */
  prompt_reference: string;
  /** The model's full name, with its provider. */
  model: string;
  /** loading, running, paused, completed or cancelled. */
  status: string;
  /** How many rows there are, each repetition counted; null while they are being read. */
  rows: number | null;
  /** How many of them are answered. */
  done: number;
  /** How many of them failed. */
  failed: number;
  /** What its calls have cost; one that nobody knows the cost of counts with what it could have cost. */
  spent: number;
  /** What the calls that are on their way may cost. */
  reserved: number;
  /** Microseconds since 1970 in UTC: no call is begun before, where the rate is limited. */
  next_call_at: number;
  /** The host of the process that reads its rows; null when they are read, as the two that follow. */
  owner_host: string | null;
  /** The number of that process. */
  owner_pid: number | null;
  /** When that process began, as the system says it. */
  owner_started: string | null;
  /** Why it was paused, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** Who began it. */
  actor: string;
  /** When it was made. */
  created_at: string;
  /** When its status was changed last. */
  updated_at: string;
  /** When it was completed or cancelled. */
  finished_at: string | null;
  /** JSON: how it was asked for. */
  settings: string;
}

/** The rows of batches, each as often as it is asked. */
export interface BatchItemsTable {
  /** The batch. */
  batch_id: string;
  /** Counts the items of a batch, from 1: row by row, repetition by repetition within a row. */
  position: number;
  /** The row of the data, from 1. */
  row: number;
  /** Counts the times that the row is asked, from 1. */
  repetition: number;
  /** pending, claimed, done, failed or cancelled. */
  status: string;
  /** The worker that is at it; null when none is. */
  claimed_by: string | null;
  /** When that took it. */
  claimed_at: string | null;
  /** How many calls were made for it since somebody set it to pending. */
  calls: number;
  /** The execution whose answer or failure stands; null when there is none. */
  execution_id: string | null;
  /** Why it failed, for programs. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** JSON: the values of the variables. */
  input: string;
}

/** The executions of batches. A row is written together with the execution, before its call is made. */
export interface BatchExecutionsTable {
  /** The batch. */
  batch_id: string;
  /** The item. */
  position: number;
  /** Counts the executions of an item, from 1. */
  number: number;
  /** The execution. */
  execution_id: string;
  /** Whether its process was gone before anybody knew how it ended. */
  ambiguous: number;
}

/** The processes that work on batches and workflows. */
export interface WorkersTable {
  /** `k` and twelve random characters. */
  id: string;
  /** The host of the process. */
  host: string;
  /** The number of the process. */
  pid: number;
  /** When the process began, as the system says it. */
  started: string;
  /** running, draining or stopped. */
  status: string;
  /** How many calls it has on their way. */
  in_flight: number;
  /** The version of the program. */
  version: string;
  /** Who started it. */
  actor: string;
  /** When it began to work. */
  started_at: string;
  /** When it said last that it is there. */
  seen_at: string;
}

/** The workflows, without their content. */
export interface WorkflowsTable {
  /** `w` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null for all. */
  project_id: string | null;
  /** Unique in its project, or among the global ones, as long as it is not deleted. */
  name: string;
  /** What it is for, in its owner's words. */
  description: string | null;
  /** The number of its newest version. */
  latest: number;
  /** Counts the changes, so that two who change it at once notice each other. */
  changes: number;
  /** Who made it. */
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** When it was deleted, which can be undone; null otherwise. */
  deleted_at: string | null;
}

/** The versions of the workflows. Rows are only added. */
export interface WorkflowVersionsTable {
  /** The workflow that it is a version of. */
  workflow_id: string;
  /** Counts the versions of a workflow, from 1. */
  number: number;
  /** SHA-256 of the source, in hexadecimal. */
  checksum: string;
  /** Who wrote it. */
  author: string;
  /** Why, in its author's words. */
  note: string | null;
  /** When it was made. */
  created_at: string;
  /** The YAML text, as it was given. */
  source: string;
}

/** Comparisons of prompts, models and strategies. */
export interface ExperimentsTable {
  /** `e` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null for all. */
  project_id: string | null;
  /** Unique in its project, or among the global ones, as long as it is not archived. */
  name: string;
  /** draft, running, paused, stopped or archived. */
  status: string;
  /** What it is to find out, in its author's words. */
  hypothesis: string | null;
  /** What gets a variant: row, session or user. */
  unit: string;
  /** What the units are shared out by, so that experiments share them out independently of each other. */
  seed: string;
  /** Who made it. */
  created_by: string;
  /** When it was made. */
  created_at: string;
  /** When it was changed last. */
  updated_at: string;
  /** When it was started first. */
  started_at: string | null;
  /** When it was stopped. */
  stopped_at: string | null;
  /** When it was archived. */
  archived_at: string | null;
  /** JSON: what was decided in the end, and why; null until something was. */
  conclusion: string | null;
  /** JSON: how it was asked for. */
  settings: string;
}

/** What experiments compare. */
export interface ExperimentVariantsTable {
  /** The experiment. */
  experiment_id: string;
  /** Counts the variants of an experiment, from 1. */
  position: number;
  /** What it is called in the experiment. */
  name: string;
  /** Its part of the units, in proportion to those of the others. */
  weight: number;
  /** Whether the others are compared with it. */
  is_control: number;
  /** The version of the prompt; null for a built-in one, and for a strategy. */
  prompt_version_id: string | null;
  /** The same as people write it, with the number of the version; null for a strategy. */
  prompt_reference: string | null;
  /** The model's name; null for the one that is used here. */
  model: string | null;
  /** JSON: the parameters of the model. */
  parameters: string;
  /** JSON: the templates and models of the steps of a session; null for a variant of one prompt. */
  strategy: string | null;
  /** The batch that asks it for rows of data; null when there is none. */
  batch_id: string | null;
}

/** What the variants of experiments are measured by. */
export interface ExperimentMetricsTable {
  /** The experiment. */
  experiment_id: string;
  /** Counts the metrics of an experiment, from 1. */
  position: number;
  /** success, cost, latency, or score: and what is scored; of sessions completed, rating and others. */
  name: string;
  /** proportion, mean or ratio. */
  kind: string;
  /** What is better: higher or lower. */
  better: string;
  /** The smallest difference that matters, in the unit of the metric; 0: every one does. */
  matters: number;
  /** Whether the answer goes by it. */
  is_primary: number;
}

/** Which variant units got that come one after the other: sessions, users. Rows of data get all of them. */
export interface ExperimentAssignmentsTable {
  /** The experiment. */
  experiment_id: string;
  /** The id of the session, or `user:` and what the user is called; a user's sessions have rows of their own. */
  unit: string;
  /** The position of the variant; 0 for what the hold-out leaves out. */
  variant: number;
  /** Whether somebody chose it, so that the unit says nothing of the variants. */
  chosen: number;
  /** When. */
  at: string;
}

/** What was measured of variants. */
export interface ExperimentObservationsTable {
  /** The experiment. */
  experiment_id: string;
  /** The position of the metric. */
  metric: number;
  /** The number of the row, the id of the session, or `user:` and what the user is called. */
  unit: string;
  /** The position of the variant. */
  variant: number;
  /** Counts the times that the unit was asked, from 1. */
  repetition: number;
  /** The figure: dollars, milliseconds, a share from 0 to 1, stars. */
  value: number;
  /** What it is divided by; null where the metric is no ratio. */
  divisor: number | null;
  /** The execution that it was seen in; null when in none. */
  execution_id: string | null;
  /** When it was written. */
  at: string;
}

/** Searches for better texts of prompts. */
export interface OptimizationsTable {
  /** `o` and twelve random characters. */
  id: string;
  /** The project that it belongs to; null for all. */
  project_id: string | null;
  /** The version of the prompt that it begins with; null for a built-in one. */
  prompt_version_id: string | null;
  /** The same as people write it, with the number of the version. */
  prompt_reference: string;
  /** Which message of the prompt is written anew, from 1. */
  message: number;
  /** The full name of the model that the prompt is for. */
  model: string;
  /** The full name of the model that writes proposals. */
  reflection_model: string;
  /** running, paused or completed. */
  status: string;
  /** The machine of the process that is at it; null when none is. */
  owner_host: string | null;
  /** The number of that process. */
  owner_pid: number | null;
  /** What marks when that process began. */
  owner_started: string | null;
  /** Why it was paused; null when somebody wanted it so. */
  problem_code: string | null;
  /** The same in words. */
  problem_message: string | null;
  /** The version that was made of what it chose; null until one was. */
  applied_version_id: string | null;
  /** Who began it. */
  actor: string;
  /** When it was begun. */
  created_at: string;
  /** When something happened to it last. */
  updated_at: string;
  /** When it came to its end. */
  finished_at: string | null;
  /** JSON: how it was asked for. */
  settings: string;
  /** The template of the message, as it was. */
  start: string;
  /** JSON: what it came to; null before its end. */
  result: string | null;
}

/** The rows of data that optimisations go by. */
export interface OptimizationRowsTable {
  /** The optimisation. */
  optimization_id: string;
  /** Its number in the data, from 1. */
  row: number;
  /** JSON: the values of the prompt's variables. */
  input: string;
  /** What it expects of an answer; null where it says nothing. */
  expected: string | null;
}

/** The texts that optimisations tried, and what became of them. */
export interface OptimizationCandidatesTable {
  /** The optimisation. */
  optimization_id: string;
  /** Counts the candidates of an optimisation, from 1. */
  position: number;
  /** What it is called there: start, or the letter of its arm and a number. */
  name: string;
  /** reflective or random; null for the start. */
  arm: string | null;
  /** start, reflection, merge or rewrite. */
  origin: string;
  /** untried, refused, no-better or pooled. */
  fate: string;
  /** The calls that its arm had made when that was known. */
  calls: number;
  /** JSON: the names of those that it was made from. */
  parents: string;
  /** JSON: what else is known of its fate. */
  details: string;
  /** The text; null when the answer had none. */
  template: string | null;
}

/** What optimisations asked models. A question that was cut off has several executions, one behind the other. */
export interface OptimizationCallsTable {
  /** The optimisation. */
  optimization_id: string;
  /** What the question is found by again. */
  key: string;
  /** Counts the executions of a question, from 1. */
  number: number;
  /** The row that was asked; null for a question to the reflecting model. */
  row: number | null;
  /** The execution. */
  execution_id: string;
}

/** Who may do what in which project. A project without members is open to everybody who can open the store. */
export interface MembersTable {
  /** The project; null for the store itself, which what belongs to no project goes by. */
  project_id: string | null;
  /** The login on a server; the name that changes are recorded under, elsewhere. */
  login: string;
  /** reader, editor or admin. */
  role: string;
  /** Who said so. */
  actor: string;
  /** When. */
  at: string;
}

/** The labels that only admins move, besides `production`. */
export interface ProtectedLabelsTable {
  /** What it is called. */
  label: string;
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
