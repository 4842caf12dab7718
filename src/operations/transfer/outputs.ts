/** The shapes that transfers between stores, and exports of a session, give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { cutProblems } from '../../workspace/older/cut-finding.js';
import { textKeys } from '../../workspace/text-keys.js';
import { historyOutput, showOutput } from '../session/outputs.js';
import { attemptView, sessionView } from '../session/view-shapes.js';

const text = z.string();
const count = z.number();

/** What became of one session. `repaired` ones were taken in, and texts that the older tool cut wrongly put right. */
const outcome = z.enum(['imported', 'exported', 'updated', 'skipped', 'repaired', 'failed']);

export const transferredSession = z.object({
  /** Its id where it came from. */
  from: text,
  /** Its id where it went; null when it did not. */
  id: z.nullable(text),
  title: z.nullable(text),
  outcome,
  /** Why it was skipped: both sides are the same, or it has moved on where it would have gone. */
  skippedBecause: z.nullable(z.enum(['same', 'further-there'])),
  /** The project that is not known where it went, so that it came without one. */
  projectLeftOut: z.nullable(text),
  /** What was wrong with the older tool's texts. */
  findings: z.array(
    z.object({ text: z.enum(textKeys), problem: z.enum(cutProblems), repaired: z.boolean() }),
  ),
  problem: z.nullable(z.object({ code: text, message: text })),
});

const counts = { updated: count, skipped: count, repaired: count, failed: count };

export const importOutput = z.object({
  workspace: text,
  sessions: z.array(transferredSession),
  counts: z.object({ imported: count, ...counts }),
  next: text,
});

export const exportOutput = z.object({
  workspace: text,
  sessions: z.array(transferredSession),
  counts: z.object({ exported: count, ...counts }),
  next: text,
});

/** One session with all its texts; credentials are marked. */
export const sessionDocument = z.extend(showOutput, {
  requests: historyOutput.shape.requests,
  events: historyOutput.shape.events,
  attempts: z.array(z.extend(attemptView, { text })),
});

/** One session as Markdown files. */
export const sessionPagesOutput = z.object({
  session: sessionView,
  pages: z.array(z.object({ name: text, text })),
  next: text,
});

export type TransferredSession = z.infer<typeof transferredSession>;
export type ImportOutput = z.infer<typeof importOutput>;
export type ExportOutput = z.infer<typeof exportOutput>;
export type SessionDocument = z.infer<typeof sessionDocument>;
export type SessionPagesOutput = z.infer<typeof sessionPagesOutput>;
