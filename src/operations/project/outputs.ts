/** The shapes that project operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { promptView } from '../prompt/outputs.js';

const text = z.string();
const count = z.number();

export const projectView = z.object({
  id: text,
  name: text,
  root: z.nullable(text),
  description: z.nullable(text),
  createdAt: z.date(),
  updatedAt: z.date(),
  archivedAt: z.nullable(z.date()),
});

const projectSession = z.object({
  id: text,
  title: text,
  status: text,
  step: z.nullable(text),
  createdAt: z.date(),
  updatedAt: z.date(),
});

export const projectOutput = z.object({ project: projectView, next: text });
export const projectListOutput = z.object({
  projects: z.array(z.extend(projectView, { current: z.boolean(), sessions: count })),
});
export const projectShowOutput = z.object({
  project: projectView,
  sessions: z.array(projectSession),
  total: count,
  /** Its newest prompts; none in a workspace, which has no prompt library. */
  prompts: z.array(promptView),
  promptsTotal: count,
  next: text,
});
export const projectDeleteOutput = z.object({
  project: projectView,
  /** Sessions that stay, without a project. */
  sessionsKept: count,
  /** Prompts that are deleted with it; they can be brought back as global ones. */
  promptsDeleted: count,
  next: text,
});

export type ProjectView = z.infer<typeof projectView>;
export type ProjectOutput = z.infer<typeof projectOutput>;
export type ProjectListOutput = z.infer<typeof projectListOutput>;
export type ProjectShowOutput = z.infer<typeof projectShowOutput>;
export type ProjectDeleteOutput = z.infer<typeof projectDeleteOutput>;
