/** The shapes that project operations give back; see the session operations' outputs. */

import * as z from 'zod/mini';
import { roles } from '../../store/role.js';
import { totalShape } from '../paging/total-shape.js';
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
  projects: z.array(
    z.extend(projectView, {
      current: z.boolean(),
      sessions: count,
      /** False when there are more than `sessions`, which ends at 1,000. */
      exact: z.boolean(),
    }),
  ),
  /** Where the next page begins; null on the last. */
  cursor: z.nullable(text),
});
export const projectShowOutput = z.object({
  project: projectView,
  sessions: z.array(projectSession),
  ...totalShape,
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

const role = z.enum(roles);
/** The project; null for the store itself. */
const memberPlace = z.nullable(z.object({ id: text, name: text }));

export const membersOutput = z.object({
  project: memberPlace,
  /** Whether everybody who can open the store may do everything there: it has no members. */
  open: z.boolean(),
  members: z.array(z.object({ login: text, role, /** Who said so. */ actor: text, at: z.date() })),
  next: text,
});
export const memberChangeOutput = z.object({
  project: memberPlace,
  login: text,
  /** The role before; null for none. */
  from: z.nullable(role),
  /** The role since; null for none. */
  to: z.nullable(role),
  changed: z.boolean(),
  /** Whether it was open to everybody until now. */
  closed: z.boolean(),
  /** Who made the change, and is an admin there. */
  admin: text,
  next: text,
});

export type ProjectView = z.infer<typeof projectView>;
export type ProjectOutput = z.infer<typeof projectOutput>;
export type ProjectListOutput = z.infer<typeof projectListOutput>;
export type ProjectShowOutput = z.infer<typeof projectShowOutput>;
export type ProjectDeleteOutput = z.infer<typeof projectDeleteOutput>;
export type MembersOutput = z.infer<typeof membersOutput>;
export type MemberChangeOutput = z.infer<typeof memberChangeOutput>;
