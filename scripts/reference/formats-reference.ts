import { formats, type PromptFormat } from '../../src/formats/index.js';

/** The formats of prompt files as a Markdown page. */
export function formatsReference(): string {
  const rows = formats.map(
    ({ id, title, write }) => `| \`${id}\` | ${title} | ${write ? 'both ways' : 'read'} |`,
  );
  return `# Formats of prompt files

\`prompt import\` knows a file by its name and its beginning, or by \`--format\`; \`prompt export --format\` writes those
that go both ways. What a format has no place for is told; where the meaning would change, nothing is written. Nothing
in a file is ever run.

| format | files of | |
| --- | --- | --- |
${rows.join('\n')}

${formats.map(chapter).join('\n')}`;
}

function chapter({ id, title, describes }: PromptFormat): string {
  return `## ${title} (\`${id}\`)\n\n${describes}\n`;
}
