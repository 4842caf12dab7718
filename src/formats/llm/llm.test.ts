import { describe, expect, it } from 'vitest';
import { compile } from '../../templates/index.js';
import { promptDocument } from '../prompt-document.js';
import { llm } from './llm.js';

const read = async (text: string) => {
  const [prompt] = await llm.read({ path: 'templates/roast.yaml', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};

describe('a template of llm', () => {
  it('is read with its variables, options and schema', async () => {
    const { document, losses } = await read(
      [
        'system: You cost $$5 in $\u007bcurrency}, not $5 {{x}}.',
        'prompt: "Roast $input, $if"',
        'model: gpt-4o',
        'options: {temperature: 0}',
        'defaults: {currency: euro, if: 2}',
        'schema_object: {type: object}',
        'functions: "import os"',
        'fragments: [a.txt]',
      ].join('\n'),
    );
    expect(document).toEqual(
      promptDocument({
        name: 'roast',
        messages: [
          { role: 'system', text: "You cost $5 in {{ currency }}, not $5 {{ '{{' }}x}}." },
          { role: 'user', text: 'Roast {{ input }}, {{ if_ }}' },
        ],
        variables: [
          { name: 'currency', type: 'string', description: null, default: 'euro', required: false },
          { name: 'if_', type: 'integer', description: null, default: 2, required: false },
        ],
        settings: { model: 'gpt-4o', parameters: { temperature: 0 }, responseSchema: { type: 'object' } },
      }),
    );
    expect(losses.map(({ what, line }) => [what, line])).toEqual([
      ['the name in $if', undefined],
      ['fragments', 8],
      ['functions', 7],
    ]);
  });

  it('takes what is piped in after a prompt that does not ask for it', async () => {
    const { document } = await read('prompt: Sum up');
    const template = compile(document.messages[0]?.text ?? '');
    expect(template.render({ input: 'this' })).toBe('Sum up\nthis');
    expect(template.render({})).toBe('Sum up');
    expect((await read('system: Be brief')).document.messages).toEqual([
      { role: 'system', text: 'Be brief' },
      { role: 'user', text: '{{ input }}' },
    ]);
    expect((await read('Say $input')).document.messages).toEqual([{ role: 'user', text: 'Say {{ input }}' }]);
  });

  it('needs a prompt', async () => {
    await expect(read('model: a')).rejects.toThrow('it has neither `prompt` nor `system`');
  });
});
