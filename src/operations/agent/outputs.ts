/** The shapes that operations on agents give back; see the session operations' outputs. */
import * as z from 'zod/mini';
import { agentNames, skillScopes } from './agent-names.js';

const text = z.string();

const skillView = z.object({
  agent: z.enum(agentNames),
  title: text,
  scope: z.enum(skillScopes),
  file: text,
});

export const agentListOutput = z.object({
  /** The version of the text that an installation writes. */
  version: z.number(),
  files: z.array(
    z.extend(skillView, {
      state: z.enum(['absent', 'current', 'outdated', 'changed', 'foreign']),
      /** The version of the text in the file. */
      version: z.nullable(z.number()),
    }),
  ),
});

export const agentInstallOutput = z.extend(skillView, {
  outcome: z.enum(['installed', 'updated', 'unchanged']),
  version: z.number(),
  /** How a person has the agent use it. */
  call: text,
  next: text,
});

export const agentUninstallOutput = z.extend(skillView, {
  /** The folders that had been made for the file and went with it. */
  folders: z.array(text),
  next: text,
});

export type AgentListOutput = z.infer<typeof agentListOutput>;
export type AgentInstallOutput = z.infer<typeof agentInstallOutput>;
export type AgentUninstallOutput = z.infer<typeof agentUninstallOutput>;
