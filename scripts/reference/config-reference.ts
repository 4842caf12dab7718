import { settings } from '../../src/config/settings.js';

/** The settings as a Markdown page. */
export function configReference(): string {
  const rows = Object.entries(settings).map(
    ([key, { variable, description, expected }]) =>
      `| \`${key}\` | \`${variable}\` | ${expected} | ${description} |`,
  );
  return `# Configuration

A value is taken from the first of these that has it: the command line (\`--db\`), the environment, the
project's file (\`.prompt-runner.yaml\` at the repository's root), your own file
(\`~/.config/prompt-runner/config.yaml\`; \`~/Library/Application Support/prompt-runner/config.yaml\` on macOS,
\`%APPDATA%\\prompt-runner\\config.yaml\` on Windows), the default. Unknown keys are warned about.

| key | variable | takes | meaning |
| --- | --- | --- | --- |
${rows.join('\n')}

Two more variables choose what commands take when nothing is named: \`PROMPT_RUNNER_PROJECT\` and
\`PROMPT_RUNNER_SESSION\`. \`NO_COLOR\`, \`FORCE_COLOR\` and \`TERM=dumb\` are followed.
`;
}
