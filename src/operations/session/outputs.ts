/**
 * The shapes that session operations give back, as schemas: the types come from them, the published JSON
 * schemas are generated from them (with snake_case keys), and tests hold real outputs against them.
 * Operations import the types only, so that no command pays for the schemas.
 */
import * as z from 'zod/mini';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();

export const stepName = z.enum(['plan', 'process', 'analyze', 'save-analysis', 'implement', 'complete']);
export const statusName = z.enum(['planning', 'analysis', 'implementation', 'completed', 'cancelled']);
const sectionKey = z.enum(['analysis', 'implementation', 'notes']);

export const sessionView = z.object({
  id: text,
  title: text,
  status: statusName,
  /** The step due next; null when the session is completed or cancelled. */
  step: nullable(stepName),
  /** Steps whose results stand, although a step before them was done again since. */
  stale: z.array(stepName),
  /** A quick session has no analysis. */
  quick: z.boolean(),
  /** The revision of the feature request, from 1. */
  request: count,
  /** How many parts are done of how many; null when it is implemented in one piece. */
  parts: nullable(z.object({ done: count, total: count })),
  project: nullable(z.object({ id: text, name: text })),
  featureType: nullable(text),
  complexity: nullable(text),
  timeEstimate: nullable(text),
  createdBy: text,
  createdAt: time,
  updatedAt: time,
  completedAt: nullable(time),
});

export const promptView = z.object({
  step: stepName,
  /** The part that it is for, from 1; null when it is for the whole. */
  part: nullable(count),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), text })),
  /** The messages as one text, ready to be pasted. */
  text,
  /** Estimated. */
  tokens: count,
  template: text,
  warnings: z.array(text),
});

export const sectionView = z.object({
  text,
  /** UTF-16 offsets into the decoded answer of `attempt`, from the heading to the end of the body. */
  start: count,
  end: count,
  form: text,
  confidence: z.enum(['exact', 'inferred']),
  reason: nullable(text),
  truncated: z.boolean(),
  /** The attempt whose raw answer holds it. */
  attempt: text,
});

const range = { start: count, end: count };

export const sectionReportView = z.object({
  missing: z.array(sectionKey),
  duplicates: z.array(z.object({ key: sectionKey, ...range })),
  truncated: z.array(sectionKey),
  leftOver: z.array(z.object({ ...range, kind: text })),
});

/** A phase of the estimate; its items are parts of it. */
export const phaseView = z.object({
  name: z.string(),
  text: z.string(),
  minHours: z.nullable(z.number()),
  maxHours: z.nullable(z.number()),
  get items() {
    return z.array(phaseView);
  },
});

/** An entry of a list in the notes; its items stand indented below it. */
export const noteItemView = z.object({
  title: nullable(text),
  text,
  get items() {
    return z.array(noteItemView);
  },
});

const noteItems = z.array(noteItemView);

export const metadataView = z.object({
  feature: nullable(text),
  /** For instance "Medium-High". */
  complexity: nullable(text),
  /** What the notes say after the level, such as its reason. */
  complexityNote: nullable(text),
  timeEstimate: nullable(
    z.object({
      text: nullable(text),
      minHours: nullable(count),
      maxHours: nullable(count),
      phases: z.array(phaseView),
    }),
  ),
  keyRisks: z.array(z.object({ risk: text, description: nullable(text), mitigations: z.array(text) })),
  keyFiles: z.array(z.object({ path: text, lines: nullable(text), note: nullable(text) })),
  similarFeatures: noteItems,
  integrationPoints: noteItems,
  testing: noteItems,
  performance: noteItems,
  security: noteItems,
  rollback: noteItems,
  implementationOrder: noteItems,
  successCriteria: noteItems,
  /** Fields of other names, as they stand. */
  other: z.array(z.object({ title: text, text })),
  /** Lines of the notes that no field took. */
  unread: z.array(text),
});

export const planningView = z.object({
  sections: z.object({
    analysis: nullable(sectionView),
    implementation: nullable(sectionView),
    notes: nullable(sectionView),
  }),
  missing: z.array(sectionKey),
  report: sectionReportView,
  metadata: nullable(metadataView),
});

export const summaryView = z.object({
  /** The summary as Markdown. */
  text,
  files: z.array(z.object({ path: text, change: nullable(text), purpose: nullable(text) })),
  tests: z.array(text),
});

export const secretView = z.object({ kind: text, ...range });

export const attemptView = z.object({
  id: text,
  step: stepName,
  /** The part that it is for, from 1; null when it is for the whole. */
  part: nullable(count),
  number: count,
  outcome: z.enum(['issued', 'received', 'accepted', 'incomplete', 'rejected']),
  /** Whether it is the attempt whose result stands. */
  current: z.boolean(),
  input: nullable(z.object({ method: text, name: nullable(text) })),
  size: count,
  checksum: text,
  forced: z.boolean(),
  appendedTo: nullable(text),
  problem: nullable(z.object({ code: text, message: text })),
  template: nullable(text),
  startedAt: time,
  finishedAt: nullable(time),
});

/** One attempt with its text: a prompt as it was given, or an answer as it came. */
export const attemptOutput = z.object({ attempt: attemptView, text });

export const stepView = z.object({
  step: stepName,
  state: z.enum(['open', 'due', 'blocked', 'closed', 'skipped', 'incomplete', 'done', 'stale']),
  /** The step whose result it waits for. */
  blockedBy: nullable(stepName),
  attempts: count,
  rejected: count,
  at: nullable(time),
});

export const partView = z.object({
  number: count,
  title: text,
  state: z.enum(['open', 'issued', 'done']),
});

/** How a feature of this size is best carried out; only a suggestion. */
export const suggestionView = z.object({
  track: z.enum(['quick', 'standard', 'parts']),
  reason: text,
  next: text,
});

export const planOutput = z.object({
  session: sessionView,
  prompt: promptView,
  /** Credentials that the request seems to hold; they are redacted in the prompt. */
  secrets: z.array(secretView),
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
  steps: z.array(stepView),
  parts: z.array(partView),
  suggestion: nullable(suggestionView),
  missing: z.array(sectionKey),
  /** Answers that were received, and that nothing was made of: the process ended, or somebody was quicker. */
  unread: z.array(z.object({ attempt: text, step: stepName })),
  next: text,
});

export const showOutput = z.object({
  session: sessionView,
  /** The number of the event after which it is shown; null for the present. */
  at: nullable(count),
  featureRequest: text,
  steps: z.array(stepView),
  parts: z.array(partView),
  attempts: z.array(attemptView),
  planning: nullable(planningView),
  analysisResults: nullable(text),
  implementationResults: nullable(text),
  summary: nullable(summaryView),
  secrets: z.array(z.object({ attempt: text, kind: text })),
  next: text,
});

export const listOutput = z.object({
  sessions: z.array(
    z.omit(sessionView, { stale: true, completedAt: true, quick: true, request: true, parts: true }),
  ),
  counts: z.object({
    planning: count,
    analysis: count,
    implementation: count,
    completed: count,
    cancelled: count,
  }),
  total: count,
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
  next: text,
});

export const batchOutput = z.object({
  planned: z.array(z.object({ line: count, session: sessionView, prompt: promptView })),
  failed: z.array(z.object({ line: count, error: z.object({ code: text, message: text }) })),
  total: count,
  next: text,
});

const estimateView = nullable(z.object({ minHours: nullable(count), maxHours: nullable(count) }));

export const timelineOutput = z.object({
  session: sessionView,
  phases: z.array(
    z.object({
      phase: z.enum(['planning', 'analysis', 'implementation']),
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

export type SessionView = z.infer<typeof sessionView>;
export type PromptView = z.infer<typeof promptView>;
export type SectionView = z.infer<typeof sectionView>;
export type PlanningView = z.infer<typeof planningView>;
export type MetadataView = z.infer<typeof metadataView>;
export type SummaryView = z.infer<typeof summaryView>;
export type SecretView = z.infer<typeof secretView>;
export type AttemptView = z.infer<typeof attemptView>;
export type AttemptOutput = z.infer<typeof attemptOutput>;
export type StepView = z.infer<typeof stepView>;
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
export type PartView = z.infer<typeof partView>;
export type SuggestionView = z.infer<typeof suggestionView>;
export type ReviseOutput = z.infer<typeof reviseOutput>;
export type EventView = z.infer<typeof eventView>;
export type HistoryOutput = z.infer<typeof historyOutput>;
export type BatchOutput = z.infer<typeof batchOutput>;
export type TimelineOutput = z.infer<typeof timelineOutput>;
export type RetryOutput = z.infer<typeof retryOutput>;
