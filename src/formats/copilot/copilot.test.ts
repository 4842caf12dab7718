import { describe, expect, it } from 'vitest';
import { promptDocument } from '../prompt-document.js';
import { copilot } from './copilot.js';

const mark = (inside: string) => `$${'{'}${inside}}`;

describe('a prompt file of Copilot', () => {
  it('has inputs and values of the editor as variables', async () => {
    const text = `---
description: Makes a form
agent: agent
model: [GPT-5, Sonnet]
tools: ['edit']
---
Make ${mark('input:form-name:what it is called')} from ${mark('selectedText')} in ${mark('file')}.
Again ${mark('input:form-name')}, {{x}}; see #file:forms.md and [rules](rules.md).
`;
    const [prompt] = await copilot.read({ path: '.github/prompts/form.prompt.md', text });
    expect(prompt?.document).toEqual(
      promptDocument({
        name: 'form',
        description: 'Makes a form',
        messages: [
          {
            role: 'user',
            text:
              'Make {{ form_name }} from {{ selected_text }} in {{ file }}.\n' +
              "Again {{ form_name }}, {{ '{{' }}x}}; see #file:forms.md and [rules](rules.md).",
          },
        ],
        variables: [{ name: 'form_name', type: 'string', description: 'what it is called', required: true }],
        settings: { model: 'GPT-5' },
      }),
    );
    expect(prompt?.losses.map(({ what, line }) => [what, line])).toEqual([
      ['model', 4],
      ['agent', 3],
      ['tools', 5],
      [`the name in ${mark('input:form-name:what it is called')}`, undefined],
      [`the name in ${mark('input:form-name')}`, undefined],
      ['#file:forms.md', 8],
    ]);
  });
});
