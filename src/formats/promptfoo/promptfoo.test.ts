import { describe, expect, it } from 'vitest';
import { UnreadablePromptFileError } from '../errors.js';
import { promptfoo } from './promptfoo.js';

const read = (text: string, beside: Record<string, string> = {}) =>
  promptfoo.read({ path: 'promptfooconfig.yaml', text, beside: new Map(Object.entries(beside)) });

const SAMPLE = `description: Two ways to ask
prompts:
  - 'Translate {{text}} to {{language}}'
  - id: chat
    label: As a chat
    raw: |
      [{"role": "system", "content": "You translate."}, {"role": "user", "content": "{{text}}"}]
    config: { temperature: 1 }
  - file://prompts/two.txt
  - file://chat.yaml
  - file://build.js
  - file://gone.md
providers:
  - id: openai:gpt-5
    config: { temperature: 0.2 }
defaultTest:
  vars: { language: French }
  assert: [{ type: javascript, value: "output.length > 1" }]
tests:
  - vars: { text: Hello, tone: [a, b] }
`;

describe('a promptfoo configuration', () => {
  it('is read prompt by prompt, and nothing of it is run', async () => {
    const prompts = await read(SAMPLE, {
      'prompts/two.txt': 'One {{text}}\n---\nTwo\n',
      'chat.yaml': '- role: user\n  content: Say {{text}}\n',
    });
    expect(prompts.map(({ document }) => [document.name, document.messages])).toEqual([
      [null, [{ role: 'user', text: 'Translate {{text}} to {{language}}' }]],
      [
        'As a chat',
        [
          { role: 'system', text: 'You translate.' },
          { role: 'user', text: '{{text}}' },
        ],
      ],
      [null, [{ role: 'user', text: 'One {{text}}' }]],
      [null, [{ role: 'user', text: 'Two' }]],
      [null, [{ role: 'user', text: 'Say {{text}}' }]],
    ]);
    expect(prompts[0]?.document.settings).toMatchObject({
      model: 'openai:gpt-5',
      parameters: { temperature: 0.2 },
    });
    expect(prompts[0]?.document.variables).toEqual([
      { name: 'language', type: 'string', description: null, default: 'French', required: false },
      { name: 'text', type: 'string', description: null, required: true },
      { name: 'tone', type: 'any', description: null, required: true },
    ]);
    expect(prompts[0]?.losses.map(({ what, line }) => [what, line])).toEqual([
      ['prompt As a chat: config', 4],
      ['file://build.js', 11],
      ['file://gone.md', 12],
      ['tests', 19],
      ['defaultTest.assert', 18],
    ]);
    expect(prompts.slice(1).flatMap(({ losses }) => losses)).toEqual([]);
  });

  it.each([
    ['providers: [a]', 'it has no `prompts`'],
    [
      'prompts: [file://make.py]',
      'file://make.py: only text and chat files are prompts here; nothing is run',
    ],
    ['prompts: [{"label": "a"}]', 'prompt a: it has no text'],
    ['prompts: [[{"role": "tool"}]]', 'a prompt: it is neither a text nor a mapping'],
    [`prompts: ['[{"role": "tool", "content": "x"}]']`, 'a message here has a role'],
  ])('is refused without a prompt, with the reason: %j', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(UnreadablePromptFileError);
    await expect(read(text)).rejects.toThrow(reason);
  });

  it.each(['[1, 2', '[1, 2]', '- role: [', '- role: a: b', '["role"]'])(
    'with %j has a text, no chat',
    async (text) => {
      const [prompt] = await read(`prompts:\n  - ${JSON.stringify(text)}`);
      expect(prompt?.document.messages).toEqual([{ role: 'user', text }]);
    },
  );
});
