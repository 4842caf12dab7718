import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from '../errors.js';
import { promptDocument } from '../prompt-document.js';
import { dotprompt } from './dotprompt.js';

const read = async (text: string) => {
  const [prompt] = await dotprompt.read({ path: 'review.prompt', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};

const SAMPLE = `---
model: googleai/gemini-2.5-flash
config:
  temperature: 0.3
input:
  schema:
    language: string, of the code
    depth?: integer
    files(array, what changed):
      path: string
  default:
    depth: 2
output:
  format: json
  schema:
    verdict(enum): [good, bad]
tools: [search]
---

{{role "system"}}
You know {{language}}.
{{! keep it short }}
{{role "user"}}
{{#each files}}
- {{this.path}}
{{else}}
Nothing changed.
{{/each}}
{{history}}
`;

describe('a dotprompt file', () => {
  it('is read with its schemas, messages and losses', async () => {
    const { document, losses } = await read(SAMPLE);
    expect(document).toEqual(
      promptDocument({
        messages: [
          { role: 'system', text: 'You know {{ language }}.\n{# keep it short #}' },
          {
            role: 'user',
            text: '{% for item in files %}- {{ item.path }}\n{% else %}Nothing changed.\n{% endfor %}',
          },
        ],
        variables: [
          { name: 'language', type: 'string', description: 'of the code', required: true },
          { name: 'depth', type: 'integer', description: null, default: 2, required: false },
          { name: 'files', type: 'array', description: 'what changed', required: true },
        ],
        settings: {
          model: 'googleai/gemini-2.5-flash',
          parameters: { temperature: 0.3 },
          responseSchema: {
            type: 'object',
            properties: { verdict: { enum: ['good', 'bad'] } },
            required: ['verdict'],
            additionalProperties: false,
          },
        },
      }),
    );
    expect(losses.map(({ what, line }) => [what, line])).toEqual([
      ['variable files: items', undefined],
      ['tools', 17],
      ['helper {{history}}', 29],
    ]);
  });

  it('without front matter and roles is one message of the user', async () => {
    const { document } = await read('\nHello {{name}}!\n');
    expect(document).toEqual(promptDocument({ messages: [{ role: 'user', text: 'Hello {{ name }}!' }] }));
  });

  it('is written so that it reads well', async () => {
    const { document } = await read(SAMPLE);
    const written = await dotprompt.write?.({ ...document, category: 'review' });
    expect(written?.losses.map(({ what }) => what)).toEqual(['category']);
    expect(written?.text.slice(written.text.indexOf('{{role'))).toBe(
      `{{role "system"}}
You know {{language}}.
{{!-- keep it short --}}
{{role "user"}}
{{#each files as |item|}}- {{item.path}}
{{else}}Nothing changed.
{{/each}}
`,
    );
  });

  it.each([
    ['---\nname: a\n---\n\nHello\n{{#if a}}', '{{#if}} is never closed', 6],
    ['---\ninput:\n  schema: Person\n---\n', '"Person" is no type of Picoschema', 3],
    ['---\nconfig: [a]\n---\n', '`config` is not a mapping', 2],
  ])('is refused where it is none, with the line: %j', async (text, reason, line) => {
    const error = await read(text).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(UnreadablePromptFileError);
    expect(error).toMatchObject({ line, message: expect.stringContaining(reason) });
  });
});
