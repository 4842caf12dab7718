import * as z from 'zod/mini';
import type { AttemptId, ProjectId, PromptVersionId } from '../base/ids.js';
import type { InputMethod } from '../engine/session/attempt.js';
import { templateLayers } from '../engine/session/prompt-template.js';
import type { SessionEventKind } from '../engine/session/session-event.js';
import { steps } from '../engine/session/step.js';
import { keptResult, keptState } from './engine-shapes.js';
import { fileTime } from './file-time.js';
import { cutFinding } from './older/cut-finding.js';
import { olderStatuses } from './older/older-status.js';

/** The version of what stands under `prompt_runner`. */
export const FILE_FORMAT = 1;

const text = z.string();
const textOrNull = z.nullable(z.string());
const count = z.int();
const time = z.string().check(z.refine((value) => fileTime(value) !== null, 'is not a time'));
const timeOrNull = z.nullable(time);
const optionalText = z._default(textOrNull, null);

/** A word of the engine's. */
const word = <Word extends string>() => z.custom<Word>((value) => typeof value === 'string');

/** An attempt; its answer lies beside, in a file of its own. */
export const attemptEntry = z.object({
  id: word<AttemptId>(),
  step: z.enum(steps),
  part: z.nullable(count),
  number: count,
  outcome: z.enum(['issued', 'received', 'accepted', 'incomplete', 'rejected']),
  input: z.nullable(z.object({ method: word<InputMethod>(), name: textOrNull })),
  checksum: text,
  size: count,
  forced: z.boolean(),
  appended_to: z.nullable(word<AttemptId>()),
  problem: z.nullable(z.object({ code: text, message: text })),
  template: textOrNull,
  template_source: z._default(
    z.nullable(
      z.object({
        layer: z.enum(templateLayers),
        checksum: text,
        note: textOrNull,
        versions: z.array(word<PromptVersionId>()),
      }),
    ),
    null,
  ),
  started_at: time,
  finished_at: timeOrNull,
  messages: z.nullable(
    z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), text: z.string() })),
  ),
  result: z.nullable(keptResult),
});

export const eventEntry = z.object({
  number: count,
  at: time,
  actor: text,
  kind: word<SessionEventKind>(),
  step: z.nullable(z.enum(steps)),
  attempt: z.nullable(word<AttemptId>()),
  before: z.nullable(keptState),
  after: keptState,
  undoes: z.nullable(count),
});

/** What the older tool's keys cannot hold. */
const ownKeys = z.object({
  format: z.literal(FILE_FORMAT),
  title: text,
  state: keptState,
  version: count,
  created_by: text,
  updated_at: time,
  deleted_at: timeOrNull,
  project: z.nullable(z.object({ id: word<ProjectId>(), name: text, root: textOrNull })),
  /** The templates that it was told to take, by kind. */
  templates: z._default(z.record(z.string(), text), {}),
  requests: z.array(z.object({ number: count, replaces: z.nullable(count), text, at: time, actor: text })),
  attempts: z.array(attemptEntry),
  history: z.array(eventEntry),
  /** What was wrong with the older tool's texts when they were taken over. */
  findings: z.array(cutFinding),
});

/** A session's file: the older tool's keys, and one more. Keys that neither knows are kept. */
export const sessionFile = z.looseObject({
  id: text,
  feature_request: text,
  timestamp: time,
  status: z.enum(olderStatuses),
  project_type: optionalText,
  files: z._default(z.record(z.string(), textOrNull), {}),
  complexity: optionalText,
  time_estimate: optionalText,
  completed_at: z._default(timeOrNull, null),
  prompt_runner: z.optional(ownKeys),
});

export type AttemptEntry = z.output<typeof attemptEntry>;
export type EventEntry = z.output<typeof eventEntry>;
export type OwnKeys = z.output<typeof ownKeys>;
/** A session's file as it was read. */
export type SessionFile = z.output<typeof sessionFile>;
