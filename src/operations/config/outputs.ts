/** The shapes that configuration operations give back; see the session operations' outputs. */
import * as z from 'zod/mini';

const text = z.string();
const value = z.nullable(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

export const settingView = z.object({
  key: text,
  /** The value in force, without a password that an address holds; null when there is a problem with it. */
  value,
  /** Where it comes from, and the file or variable in which it stands there. */
  origin: z.object({
    from: z.enum(['default', 'user', 'project', 'environment', 'flag']),
    where: z.nullable(text),
  }),
  problem: z.nullable(text),
  description: text,
  /** What it has to be, in words. */
  takes: text,
  /** The environment variable that sets it. */
  variable: text,
});

const fileView = z.object({ path: text, exists: z.boolean() });

export const configGetOutput = z.object({ setting: settingView, warnings: z.array(text) });

export const configListOutput = z.object({
  settings: z.array(settingView),
  /** What keeps the configuration from being used. */
  problems: z.array(text),
  /** Keys that mean nothing. */
  warnings: z.array(text),
  next: text,
});

export const configPathOutput = z.object({ user: fileView, project: fileView });

export const configChangeOutput = z.object({
  /** The file that was written. */
  file: text,
  /** The setting as it is in force now. */
  setting: settingView,
  /** Whether something stronger than the file decides the value. */
  overridden: z.boolean(),
  /** Why the change is not in the audit log. */
  warnings: z.array(text),
  next: text,
});

export const configEditOutput = z.object({
  file: text,
  changed: z.boolean(),
  /** Keys that mean nothing, and why the changes are not in the audit log. */
  warnings: z.array(text),
  next: text,
});

export type SettingView = z.infer<typeof settingView>;
export type ConfigGetOutput = z.infer<typeof configGetOutput>;
export type ConfigListOutput = z.infer<typeof configListOutput>;
export type ConfigPathOutput = z.infer<typeof configPathOutput>;
export type ConfigChangeOutput = z.infer<typeof configChangeOutput>;
export type ConfigEditOutput = z.infer<typeof configEditOutput>;
