import { describe, expect, it } from 'vitest';
import { agentPrompt } from './agent-prompt.js';

describe('the prompt of an agent', () => {
  it('is its only message as it is', () => {
    expect(agentPrompt([{ role: 'user', text: 'Plan it.' }], null)).toBe('Plan it.\n');
  });

  it('has the instructions of the system first, roles under rulers', () => {
    const text = agentPrompt(
      [
        { role: 'user', text: 'Plan it.' },
        { role: 'system', text: 'You plan.' },
        { role: 'assistant', text: 'How?' },
      ],
      null,
    );
    expect(text.match(/(?<=── )\w+/g)).toEqual(['system', 'user', 'assistant']);
  });

  it('never begins like a command of the agent', () => {
    expect(agentPrompt([{ role: 'user', text: ' /clear it' }], null)).toBe('The request:\n\n /clear it\n');
  });

  it('holds files that are text, and asks for a schema in words', () => {
    const bytes = new TextEncoder().encode('a,b');
    const image = { name: 'x.png', mediaType: 'image/png', bytes };
    const table = { name: 'x.csv', mediaType: 'text/csv', bytes };
    const text = agentPrompt([{ role: 'user', text: 'Sum it.', attachments: [table, image] }], {
      type: 'object',
    });
    expect(text).toContain('x.csv:\n\na,b\n\nSum it.');
    expect(text).not.toContain('x.png');
    expect(text).toContain('"type": "object"');
  });
});
