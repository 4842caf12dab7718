import { describe, expect, it } from 'vitest';
import { compile } from '../../templates/index.js';
import { fabric } from './fabric.js';

describe('a pattern of fabric', () => {
  it('is literal, whatever stands in braces', async () => {
    const text =
      '# IDENTITY\n\nWrite a scan for {{Hostname}} with {{input}}, {% raw %} and {{plugin:sys:env:HOME}}.\n';
    const [prompt] = await fabric.read({ path: 'patterns/write_scan/system.md', text });
    expect(prompt?.document.name).toBe('write_scan');
    const [message] = prompt?.document.messages ?? [];
    expect(message?.role).toBe('system');
    expect(compile(message?.text ?? '').render({ Hostname: 'x', input: 'y' })).toBe(text.slice(0, -1));
    expect([prompt?.offered, prompt?.losses]).toEqual([[], []]);
  });

  it('has the message of the user beside it, unless that is empty', async () => {
    const read = async (path: string, beside: [string, string][]) => {
      const [prompt] = await fabric.read({ path, text: 'A\n', beside: new Map(beside) });
      return prompt?.document.messages;
    };
    expect(
      await read('p/system.md', [
        ['user.md', 'B\n'],
        ['README.md', 'C'],
      ]),
    ).toEqual([
      { role: 'system', text: 'A' },
      { role: 'user', text: 'B' },
    ]);
    expect(await read('p/system.md', [['user.md', '\n']])).toEqual([{ role: 'system', text: 'A' }]);
    expect(await read('p/user.md', [['system.md', 'S']])).toEqual([
      { role: 'system', text: 'S' },
      { role: 'user', text: 'A' },
    ]);
  });
});
