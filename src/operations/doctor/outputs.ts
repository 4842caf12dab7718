/** The shapes that the doctor gives back; see the session operations' outputs. */
import * as z from 'zod/mini';

const text = z.string();
const count = z.number();

export const finding = z.object({
  /** What was looked at, in a word or two. */
  check: text,
  status: z.enum(['ok', 'warning', 'problem']),
  says: text,
  /** What to do about it: a sentence or a command. Null for what is in order. */
  fix: z.nullable(text),
});

export const doctorOutput = z.object({
  findings: z.array(finding),
  warnings: count,
  problems: count,
});

export type Finding = z.infer<typeof finding>;
export type DoctorOutput = z.infer<typeof doctorOutput>;
