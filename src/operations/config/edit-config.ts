import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { writeTextFile } from '../../base/files/write-text-file.js';
import { ConfigError } from '../../config/errors.js';
import { settings } from '../../config/settings.js';
import { surveyFile } from '../../config/survey-config.js';
import { operation } from '../operation.js';
import type { ConfigDeps } from './config-deps.js';
import { configCommand, configFileOf, fileOwner } from './config-file-of.js';
import type { ConfigEditOutput } from './outputs.js';

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
 * Looks at the file after the edit. A first draft that nobody has touched is taken away again.
 *
 * @throws ConfigError when the file is broken now; it stays as it was left, so that it can be mended
 */
export const endConfigEdit = operation(
  z.object({ owner: fileOwner, before: z.string() }),
  async (sources: ConfigDeps, { owner, before }): Promise<ConfigEditOutput> => {
    const file = configFileOf(owner, sources);
    const changed = !existsSync(file) || readFileSync(file, 'utf8') !== before;
    if (!changed && before === firstDraft(sources)) rmSync(file);
    const { problems, warnings } = await surveyFile(owner, file, sources);
    if (problems.length > 0) {
      throw new ConfigError(problems.map(({ error }) => error.message).join('\n'), {
        hint: 'The file is as you left it, and in force: mend it.',
        next: configCommand('edit', owner),
      });
    }
    return { file, changed, warnings: [...warnings], next: 'prompt-runner config list' };
  },
);

function firstDraft({ env }: ConfigDeps): string {
  const entries = Object.entries(settings).map(
    ([key, { description, fallback }]) => `# ${description}\n# ${key}: ${fallback(env)}\n`,
  );
  return `# prompt-runner. Take the # away before a key to set it; the values are the defaults.\n\n${entries.join('\n')}`;
}
