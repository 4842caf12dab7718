import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { writeTextFile } from '../../base/files/write-text-file.js';
import { parseConfigFile, readConfigFile } from '../../config/config-file.js';
import { ConfigError } from '../../config/errors.js';
import { settings } from '../../config/settings.js';
import { settingKeys, surveyFile } from '../../config/survey-config.js';
import { operation } from '../operation.js';
import type { ConfigChangeDeps, ConfigDeps } from './config-deps.js';
import { configCommand, configFileOf, fileOwner } from './config-file-of.js';
import type { ConfigEditOutput } from './outputs.js';
import { recordSettingChanges } from './record-setting-changes.js';

/** A configuration file that somebody is about to edit. */
export interface ConfigDraft {
  readonly file: string;
  /** Its text before the edit. */
  readonly before: string;
}

/** The file to edit. Where there is none, one is made that has every setting as a comment. */
export const beginConfigEdit = operation(
  z.object({ owner: fileOwner }),
  async (sources: ConfigDeps, { owner }): Promise<ConfigDraft> => {
    const file = configFileOf(owner, sources);
    if (existsSync(file)) return { file, before: readFileSync(file, 'utf8') };
    const before = firstDraft(sources);
    await writeTextFile(file, before, { replace: false });
    return { file, before };
  },
);

/**
 * Looks at the file after the edit, and writes what has changed into the audit log. A first draft that nobody
 * has touched is taken away again.
 *
 * @throws ConfigError when the file is broken now; it stays as it was left, so that it can be mended
 */
export const endConfigEdit = operation(
  z.object({ owner: fileOwner, before: z.string() }),
  async (deps: ConfigChangeDeps, { owner, before }): Promise<ConfigEditOutput> => {
    const file = configFileOf(owner, deps);
    const changed = !existsSync(file) || readFileSync(file, 'utf8') !== before;
    if (!changed && before === firstDraft(deps)) rmSync(file);
    const unrecorded = changed ? await recordEdit(deps, file, before) : [];
    const { problems, warnings } = await surveyFile(owner, file, deps);
    if (problems.length > 0) {
      throw new ConfigError(problems.map(({ error }) => error.message).join('\n'), {
        hint: ['The file is as you left it, and in force: mend it.', ...unrecorded].join('\n'),
        next: configCommand('edit', owner),
      });
    }
    return { file, changed, warnings: [...warnings, ...unrecorded], next: 'prompt-runner config list' };
  },
);

/** An edit that breaks the file changes values that nobody knows; the one that mends it is recorded with all of them. */
async function recordEdit(deps: ConfigChangeDeps, file: string, textBefore: string): Promise<string[]> {
  const after = await valuesOrNull(readConfigFile(file));
  if (after === null) return [];
  const before = await valuesOrNull(parseConfigFile(file, textBefore));
  const changes = settingKeys
    .map((key) => ({ key, before: before?.get(key), after: after.get(key) }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after));
  const note = before === null ? `${file} (could not be read before)` : file;
  return recordSettingChanges(deps, { action: 'setting.edited', changes, note });
}

async function valuesOrNull<Values>(reading: Promise<Values>): Promise<Values | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ConfigError) return null;
    throw error;
  }
}

function firstDraft({ env }: ConfigDeps): string {
  const entries = Object.entries(settings).map(([key, { description, fallback }]) => {
    const value = fallback(env);
    return `# ${description}\n# ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`;
  });
  return `# prompt-runner. Take the # away before a key to set it; the values are the defaults.\n\n${entries.join('\n')}`;
}
