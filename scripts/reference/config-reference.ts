import { join, sep } from 'node:path';
import { Document } from 'yaml';
import { groupThousands } from '../../src/base/text/group-thousands.js';
import { PROJECT_FILE } from '../../src/config/config-file.js';
import { userConfigFile, userDataFolder } from '../../src/config/paths.js';
import { type SettingKey, type SettingValues, settings } from '../../src/config/settings.js';
import { isSettingKey, settingKeys } from '../../src/config/survey-config.js';

/** The settings as a Markdown page. */
export function configReference(): string {
  const rows = settingKeys.map((key) => {
    const { variable, description, expected } = settings[key];
    return `| \`${key}\` | \`${variable}\` | ${expected} | ${defaultOf(key)} | ${description} |`;
  });
  return `# Configuration

A value is taken from the first of these that has it: the command line (\`--db\`), the environment, the
project's file (\`${PROJECT_FILE}\` at the repository's root), your own file, the default. Unknown keys are
warned about. \`prompt-runner config\` shows, changes and checks all of this.

| key | variable | takes | default | meaning |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

A relative path is meant from the folder of the file that it stands in; on the command line and in the
environment, from the working folder. \`~/\` is your home folder.

| system | your own file | the store, unless configured |
| --- | --- | --- |
${systems.map(placesOn).join('\n')}

\`XDG_CONFIG_HOME\` and \`XDG_DATA_HOME\` are followed.

Three more variables choose what commands work on when nothing is named: \`PROMPT_RUNNER_PROJECT\`,
\`PROMPT_RUNNER_SESSION\` and \`PROMPT_RUNNER_WORKSPACE\`, a folder of files in place of the store. \`NO_COLOR\`,
\`FORCE_COLOR\` and \`TERM=dumb\` are followed.

## A file

Keys may be nested or dotted (\`request.max_bytes: 524288\`).

\`\`\`yaml
# ${PROJECT_FILE}
${sampleFile()}\`\`\`
`;
}

/** Defaults that depend on the machine. */
const defaultsInWords: Partial<Record<SettingKey, string>> = {
  store: 'see below',
  actor: 'your user name',
};

function defaultOf(key: SettingKey): string {
  const inWords = defaultsInWords[key];
  if (inWords !== undefined) return inWords;
  const value = settings[key].fallback({});
  if (typeof value === 'number') return groupThousands(value);
  return typeof value === 'object' ? value.join(', ') : String(value);
}

const systems = [
  ['Linux', 'linux'],
  ['macOS', 'darwin'],
  ['Windows', 'win32'],
] as const satisfies readonly (readonly [name: string, platform: NodeJS.Platform])[];

/** Paths as they are written there, with the names of variables in place of their values. */
function placesOn([name, platform]: (typeof systems)[number]): string {
  const env = { HOME: '~', APPDATA: '%APPDATA%', LOCALAPPDATA: '%LOCALAPPDATA%' };
  const places = [userConfigFile(env, platform), join(userDataFolder(env, platform), 'prompt-runner.db')];
  const separator = platform === 'win32' ? '\\' : '/';
  return `| ${name} | ${places.map((path) => `\`${path.replaceAll(sep, separator)}\``).join(' | ')} |`;
}

const sample: SettingValues = {
  store: '~/records/prompt-runner.db',
  actor: 'ada',
  'request.max_bytes': 524_288,
  'answer.max_bytes': 16_777_216,
  'prompt.max_bytes': 2_097_152,
  'prompt.protected_labels': ['production', 'staging'],
  'templates.stored': false,
  'prompt.warn_tokens': 30_000,
  'model.default': 'anthropic:claude-sonnet-4-5',
  'model.timeout_seconds': 900,
  'model.idle_seconds': 60,
  'agent.timeout_seconds': 7200,
  'cost.max_per_run': 0.5,
  'cost.max_per_session': 5,
  'cost.max_per_day': 20,
  cache: 'store',
  'cache.max_age_days': 7,
  'context.max_tokens': 40_000,
};

function sampleFile(): string {
  const document = new Document({});
  for (const key of settingKeys) document.setIn(placeOf(key), sample[key]);
  return document.toString();
}

/** A key is written with its dots where what stands before them has a value of its own. */
function placeOf(key: SettingKey): readonly string[] {
  const path = key.split('.');
  return path.length > 1 && isSettingKey(path[0] ?? '') ? [key] : path;
}
