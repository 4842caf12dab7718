/**
 * The shapes that session operations give back, as schemas: the types come from them, the published JSON
 * schemas are generated from them (with snake_case keys), and tests hold real outputs against them.
 * Operations import the types only, so that no command pays for the schemas.
 */
import * as z from 'zod/mini';
import { phases } from '../../engine/session/phase.js';
import { executionView } from '../execution/view-shapes.js';
import { totalShape } from '../paging/total-shape.js';
import {
  attemptView,
  partView,
  planningView,
  promptView,
  secretView,
  sectionKey,
  sessionExperimentView,
  sessionPhaseView,
  sessionView,
  statusName,
  stepName,
  stepView,
  suggestionView,
  summaryView,
  workView,
} from './view-shapes.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();

/** One attempt with its text: a prompt as it was given, or an answer as it came. */
export const attemptOutput = z.object({ attempt: attemptView, text });

export const planOutput = z.object({
  session: sessionView,
  prompt: promptView,
  /** Credentials that the request seems to hold; they are redacted in the prompt. */
  secrets: z.array(secretView),
  /** What it takes part in. */
  experiments: z.array(sessionExperimentView),
  /** Why it takes no part in an experiment that would have been for it. */
  notes: z.array(text),
  next: text,
});

export const processOutput = z.extend(planningView, {
  session: sessionView,
  attempt: text,
  /** Credentials that the answer seems to hold. */
  secrets: z.array(secretView),
  /** Asks for what is missing. */
  followUp: nullable(promptView),
  suggestion: nullable(suggestionView),
  next: text,
});

export const issueOutput = z.object({
  session: sessionView,
  prompt: promptView,
  /** False when the same prompt had been given before and was only shown again. */
  moved: z.boolean(),
  next: text,
});

export const saveAnalysisOutput = z.object({
  session: sessionView,
  attempt: text,
  size: count,
  secrets: z.array(secretView),
  next: text,
});

export const completeOutput = z.object({
  session: sessionView,
  attempt: text,
  summary: summaryView,
  secrets: z.array(secretView),
  next: text,
});

export const continueOutput = z.object({
  session: sessionView,
  /** The step whose answer was taken; null when there was none to take. */
  taken: nullable(z.object({ step: stepName, part: nullable(count), attempt: text })),
  planning: nullable(planningView),
  missing: z.array(sectionKey),
  secrets: z.array(secretView),
  /** The next prompt, or the one that asks for what is missing; null when the session is completed. */
  prompt: nullable(promptView),
  summary: nullable(summaryView),
  next: text,
});

export const statusOutput = z.object({
  session: sessionView,
  work: workView,
  /** What it takes part in. */
  experiments: z.array(sessionExperimentView),
  steps: z.array(stepView),
  parts: z.array(partView),
  suggestion: nullable(suggestionView),
  missing: z.array(sectionKey),
  /** Answers that were received, and that nothing was made of: the process ended, or somebody was quicker. */
  unread: z.array(z.object({ attempt: text, step: stepName })),
  /** The run of the session that is not at its end; null when there is none. */
  run: nullable(
    z.object({
      id: text,
      status: z.enum(['running', 'waiting', 'stopped', 'failed', 'completed']),
      /** The step that waits for somebody's word. */
      waiting: nullable(z.object({ step: stepName, part: nullable(count) })),
      problem: nullable(z.object({ code: text, message: text })),
    }),
  ),
  next: text,
});

export const showOutput = z.object({
  session: sessionView,
  work: workView,
  /** What it takes part in. */
  experiments: z.array(sessionExperimentView),
  /** The number of the event after which it is shown; null for the present. */
  at: nullable(count),
  featureRequest: text,
  steps: z.array(stepView),
  parts: z.array(partView),
  attempts: z.array(attemptView),
  phases: z.array(sessionPhaseView),
  planning: nullable(planningView),
  analysisResults: nullable(text),
  implementationResults: nullable(text),
  summary: nullable(summaryView),
  /** What was asked for it, and what was pasted into it, oldest first; none in a workspace without the database. */
  executions: z.array(executionView),
  secrets: z.array(z.object({ attempt: text, kind: text })),
  next: text,
});

export const listOutput = z.object({
  sessions: z.array(
    z.extend(
      z.omit(sessionView, { stale: true, completedAt: true, quick: true, request: true, parts: true }),
      {
        /** Who moved it last; null where that is not known. */
        movedBy: nullable(text),
      },
    ),
  ),
  counts: z.object({
    planning: count,
    analysis: count,
    implementation: count,
    completed: count,
    cancelled: count,
  }),
  /** The statuses that have more sessions than their count, which ends at 1,000. */
  uncounted: z.array(statusName),
  ...totalShape,
  /** Where the next page begins; null on the last. */
  cursor: nullable(text),
});

export const moveOutput = z.object({ session: sessionView, next: text });

export const undoOutput = z.object({
  session: sessionView,
  undone: z.object({ kind: text, step: nullable(stepName), at: time, actor: text }),
  next: text,
});

export const reviseOutput = z.object({
  session: sessionView,
  /** A line each: `- ` taken out, `+ ` put in, `  ` the same. */
  difference: text,
  /** The planning prompt for the new request. */
  prompt: promptView,
  secrets: z.array(secretView),
  next: text,
});

export const eventView = z.object({
  number: count,
  at: time,
  actor: text,
  kind: text,
  step: nullable(stepName),
  attempt: nullable(text),
  undoes: nullable(count),
  status: statusName,
});

export const historyOutput = z.object({
  session: sessionView,
  requests: z.array(
    z.object({
      number: count,
      at: time,
      actor: text,
      text,
      difference: nullable(text),
      current: z.boolean(),
    }),
  ),
  events: z.array(eventView),
  attempts: z.array(attemptView),
  /** Where the next revisions, events and attempts begin; null when these are the last. */
  cursor: nullable(text),
  next: text,
});

export const batchOutput = z.object({
  planned: z.array(z.object({ line: count, session: sessionView, prompt: promptView })),
  /** Why sessions take no part in experiments that would have been for them, each reason once. */
  notes: z.array(text),
  failed: z.array(z.object({ line: count, error: z.object({ code: text, message: text }) })),
  total: count,
  next: text,
});

const estimateView = nullable(z.object({ minHours: nullable(count), maxHours: nullable(count) }));

export const timelineOutput = z.object({
  session: sessionView,
  phases: z.array(
    z.object({
      phase: z.enum(phases),
      hours: count,
      estimate: estimateView,
    }),
  ),
  total: z.object({ hours: count, estimate: estimateView }),
  next: text,
});

export const deleteOutput = z.object({
  session: sessionView,
  attempts: count,
  /** Until when it can be brought back. */
  undoUntil: time,
  purged: count,
  next: text,
});

export const retryOutput = z.union([issueOutput, processOutput, saveAnalysisOutput, completeOutput]);

export type AttemptOutput = z.infer<typeof attemptOutput>;
export type PlanOutput = z.infer<typeof planOutput>;
export type ProcessOutput = z.infer<typeof processOutput>;
export type IssueOutput = z.infer<typeof issueOutput>;
export type SaveAnalysisOutput = z.infer<typeof saveAnalysisOutput>;
export type CompleteOutput = z.infer<typeof completeOutput>;
export type ContinueOutput = z.infer<typeof continueOutput>;
export type StatusOutput = z.infer<typeof statusOutput>;
export type ShowOutput = z.infer<typeof showOutput>;
export type ListOutput = z.infer<typeof listOutput>;
export type MoveOutput = z.infer<typeof moveOutput>;
export type UndoOutput = z.infer<typeof undoOutput>;
export type DeleteOutput = z.infer<typeof deleteOutput>;
export type ReviseOutput = z.infer<typeof reviseOutput>;
export type EventView = z.infer<typeof eventView>;
export type HistoryOutput = z.infer<typeof historyOutput>;
export type BatchOutput = z.infer<typeof batchOutput>;
export type TimelineOutput = z.infer<typeof timelineOutput>;
export type RetryOutput = z.infer<typeof retryOutput>;
