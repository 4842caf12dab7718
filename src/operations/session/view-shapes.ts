/** The shapes of what session operations show, as schemas, from which their outputs are put together. */
import * as z from 'zod/mini';
import { verificationEnds } from '../../engine/session/evidence.js';
import { phases } from '../../engine/session/phase.js';
import { templateLayers } from '../../engine/session/prompt-template.js';
import { sessionStatuses } from '../../engine/session/session-state.js';

const nullable = z.nullable;
const text = z.string();
const count = z.number();
const time = z.date();

export const stepName = z.enum(['plan', 'process', 'analyze', 'save-analysis', 'implement', 'complete']);
export const statusName = z.enum(sessionStatuses);
export const sectionKey = z.enum(['analysis', 'implementation', 'notes']);

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

/** That a session takes part in an experiment. */
export const sessionExperimentView = z.object({
  experiment: z.object({ id: text, name: text }),
  /** Null where it is left out, together with others, to see what all experiments together do. */
  variant: nullable(text),
  /** Whether somebody wanted that variant: it is not counted then. */
  chosen: z.boolean(),
});

/** Who works on a session. */
export const workView = z.object({
  /** Who planned it. */
  owner: text,
  /** Who moved it last; null where that is not known. */
  last: nullable(z.object({ actor: text, at: time })),
  /** Who has a run at work on it this moment, and on which machine; null when nobody has. */
  run: nullable(z.object({ actor: text, host: text })),
});

/** Where the template of a prompt was found. */
export const templateSource = z.object({
  /** named, workspace, project-type, project, type, global or built-in. */
  layer: z.enum(templateLayers),
  /** SHA-256 of the template's content. */
  checksum: text,
  /** Why another template than the one in force was taken; null in the ordinary case. */
  note: nullable(text),
  /** The ids of the versions that it was made from: the template's first, then what it brought in. */
  versions: z.array(text),
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
  /** The name and version of its template. */
  template: text,
  templateSource,
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

/** What was found in the codebase after an implementation, whatever its report says. */
export const evidenceView = z.object({
  /** Where it was looked, absolute. */
  folder: text,
  branch: nullable(text),
  base: nullable(text),
  /** Null where they are not known: outside of git, and before the first commit. */
  files: nullable(
    z.array(
      z.object({
        path: text,
        status: text,
        added: nullable(count),
        removed: nullable(count),
        language: nullable(text),
      }),
    ),
  ),
  verification: nullable(
    z.object({
      command: z.array(text),
      /** Only one that exited has come to its end. */
      end: z.enum(verificationEnds),
      passed: z.boolean(),
      exitCode: nullable(count),
      durationMs: count,
      counts: nullable(z.object({ passed: count, failed: count, skipped: count })),
      output: text,
    }),
  ),
});

export const summaryView = z.object({
  /** The summary as Markdown. */
  text,
  files: z.array(z.object({ path: text, change: nullable(text), purpose: nullable(text) })),
  tests: z.array(text),
  /** What was found in the codebase when the reports came in, one a report; empty where nobody looked. */
  evidence: z.array(evidenceView),
});

/** One phase of a session: its effort, and how good somebody found it. */
export const sessionPhaseView = z.object({
  phase: z.enum(phases),
  startedAt: time,
  finishedAt: nullable(time),
  /** The answers that came in, those that were not taken included. */
  answers: count,
  /** How the answer that was taken came in. */
  input: nullable(text),
  /** The model or agent that was asked last; null when it was done by hand. */
  model: nullable(text),
  inputTokens: nullable(count),
  outputTokens: nullable(count),
  /** In US dollars; null is unknown. */
  cost: nullable(count),
  /** From 1 to 5. */
  rating: nullable(count),
  ratingNote: nullable(text),
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
  /** Null for answers, and for prompts of sessions from before there were stored templates. */
  templateSource: nullable(templateSource),
  startedAt: time,
  finishedAt: nullable(time),
});

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

export type SessionView = z.infer<typeof sessionView>;
export type PromptView = z.infer<typeof promptView>;
export type TemplateSourceView = z.infer<typeof templateSource>;
export type SectionView = z.infer<typeof sectionView>;
export type PlanningView = z.infer<typeof planningView>;
export type MetadataView = z.infer<typeof metadataView>;
export type SummaryView = z.infer<typeof summaryView>;
export type SecretView = z.infer<typeof secretView>;
export type AttemptView = z.infer<typeof attemptView>;
export type StepView = z.infer<typeof stepView>;
export type PartView = z.infer<typeof partView>;
export type SuggestionView = z.infer<typeof suggestionView>;
export type SessionPhaseView = z.output<typeof sessionPhaseView>;
export type EvidenceView = z.output<typeof evidenceView>;
export type SessionExperimentView = z.infer<typeof sessionExperimentView>;
export type WorkView = z.infer<typeof workView>;
