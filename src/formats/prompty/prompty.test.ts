import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from '../errors.js';
import { promptDocument } from '../prompt-document.js';
import { prompty } from './prompty.js';

const read = async (text: string) => {
  const [prompt] = await prompty.read({ path: 'review.prompty', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};

describe('a Prompty file', () => {
  it('of version 2 is read', async () => {
    const { document, losses } = await read(`---
name: review
displayName: Review
description: Reviews a change.
metadata:
  authors: [ada]
  tags: [daily]
model:
  id: gpt-5
  provider: openai
  connection: { kind: key, apiKey: "\${env:KEY}" }
  options: { temperature: 0.1, maxOutputTokens: 500 }
inputs:
  - name: diff
    kind: string
    required: true
    description: as git prints it
  - { name: depth, kind: float, default: 2, enumValues: [1, 2] }
  - { name: chat, kind: thread }
outputs:
  verdict: { kind: string, required: true }
tools:
  - { name: search, kind: function }
---
system:
You review.

# User:
{% if diff %}{{ diff | trim }}{% endif %}
The user: said hello

assistant[name="critic"]:
`);
    expect(document).toEqual(
      promptDocument({
        name: 'review',
        description: 'Reviews a change.',
        tags: ['daily'],
        messages: [
          { role: 'system', text: 'You review.' },
          { role: 'user', text: '{% if diff %}{{ diff | trim }}{% endif %}\nThe user: said hello' },
          { role: 'assistant', text: '' },
        ],
        variables: [
          { name: 'diff', type: 'string', description: 'as git prints it', required: true },
          { name: 'depth', type: 'number', description: null, default: 2, required: false, choices: [1, 2] },
        ],
        settings: {
          model: 'openai:gpt-5',
          parameters: { temperature: 0.1, maxOutputTokens: 500 },
          responseSchema: {
            type: 'object',
            properties: { verdict: { type: 'string' } },
            required: ['verdict'],
          },
        },
      }),
    );
    expect(losses.map(({ what }) => what)).toEqual([
      ...['model.connection', 'input chat', 'metadata.authors', 'tools', 'displayName', '[name="critic"]'],
    ]);
  });

  it('of version 1 is read', async () => {
    const { document, losses } = await read(`---
name: Basic
authors: [ada]
tags: [old]
model:
  api: chat
  configuration: { type: azure_openai, azure_deployment: gpt-4o, azure_endpoint: "\${env:URL}" }
  parameters: { max_tokens: 100 }
inputs:
  question: { type: string, default: Why? }
  name: Jane
  limits: { low: 1 }
sample: { question: What? }
template: jinja2
---
Answer {{ question }}.
`);
    expect(document.messages).toEqual([{ role: 'system', text: 'Answer {{ question }}.' }]);
    expect(document.tags).toEqual(['old']);
    expect(document.settings).toEqual({
      model: 'gpt-4o',
      parameters: { max_tokens: 100 },
      responseSchema: null,
    });
    expect(document.variables.map(({ name, type, default: value }) => [name, type, value])).toEqual([
      ['question', 'string', 'Why?'],
      ['name', 'string', 'Jane'],
      ['limits', 'object', { low: 1 }],
    ]);
    expect(losses.map(({ what }) => what)).toEqual([
      ...['model.configuration.type', 'model.configuration.azure_endpoint', 'sample', 'authors'],
    ]);
  });

  it('keeps roles in a block as text, so that every message is a template', async () => {
    const { document, losses } = await read(
      '---\nname: a\n---\nsystem:\nHi\n{% for turn in chat %}\nuser:\n{{ turn }}\n{% endfor %}\nuser:\nNow\n',
    );
    expect(document.messages).toEqual([
      { role: 'system', text: 'Hi\n{% for turn in chat %}\nuser:\n{{ turn }}\n{% endfor %}' },
      { role: 'user', text: 'Now' },
    ]);
    expect(losses).toEqual([{ what: 'a role in a block', reason: expect.any(String), line: 7 }]);
  });

  it('with a Mustache template is read as far as that has no sections', async () => {
    const { document, losses } = await read('---\ntemplate: mustache\n---\nuser:\n{{name}}{{#a}}b{{/a}}\n');
    expect(document.messages).toEqual([{ role: 'user', text: '{{ name }}' }]);
    expect(losses).toEqual([{ what: '{{#a}}', reason: expect.any(String), line: 5 }]);
  });

  it.each([
    ['---\ntemplate: liquid\n---\n', 'its template is of "liquid"', 2],
    ['---\nmodel: [a]\n---\n', '`model` is not a mapping', 2],
    ['---\ntemplate: mustache\n---\n\n{{a', 'a tag is never closed', 5],
  ])('is refused where it is none, with the line: %j', async (text, reason, line) => {
    const error = await read(text).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(UnreadablePromptFileError);
    expect(error).toMatchObject({ line, message: expect.stringContaining(reason) });
  });

  it('looks for roles in time that grows with the text', async () => {
    await read(`${' '.repeat(800_000)}x\n${'user[a '.repeat(200_000)}`);
  });
});
