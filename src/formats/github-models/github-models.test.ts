import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from '../errors.js';
import { promptDocument } from '../prompt-document.js';
import { githubModels } from './github-models.js';

const read = async (text: string) => {
  const [prompt] = await githubModels.read({ path: 'sum.prompt.yml', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};

describe('a GitHub Models file', () => {
  it('is read with its parameters and schema', async () => {
    const { document, losses } = await read(`name: Sum
model: openai/gpt-4o-mini
modelParameters:
  temperature: 0.5
messages:
  - role: system
    content: Use {% raw %} as it is, and {{ two words }}.
  - role: user
    content: |
      Sum up:
      {{input}} {{ other-one }}
    name: ada
responseFormat: json_schema
jsonSchema: '{"name": "sum", "strict": true, "schema": {"type": "object"}}'
testData:
  - input: x
`);
    expect(document).toEqual(
      promptDocument({
        name: 'Sum',
        messages: [
          { role: 'system', text: "Use {{ '{%' }} raw %} as it is, and {{ '{{' }} two words }}." },
          { role: 'user', text: 'Sum up:\n{{ input }} {{ other_one }}\n\n' },
        ],
        settings: {
          model: 'openai/gpt-4o-mini',
          parameters: { temperature: 0.5 },
          responseSchema: { type: 'object' },
        },
      }),
    );
    expect(losses.map(({ what }) => what)).toEqual([
      ...['messages.1.name', 'the name in {{ other-one }}', 'jsonSchema.name', 'testData'],
    ]);
  });

  it.each([
    ['name: a', 'it has no `messages`'],
    ['messages: [{role: tool, content: a}]', '`role` is none of'],
    ['messages: [{role: user, content: a}]\njsonSchema: "{"', '`jsonSchema` is no JSON'],
    [
      `messages: [{role: user, content: a}]\njsonSchema: '${'['.repeat(9999)}${']'.repeat(9999)}'`,
      'is no JSON',
    ],
    ['[a]', 'its YAML is not a mapping'],
  ])('is refused where it is none: %j', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(UnreadablePromptFileError);
    await expect(read(text)).rejects.toThrow(reason);
  });
});
