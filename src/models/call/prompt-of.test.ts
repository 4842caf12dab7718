import { describe, expect, it } from 'vitest';
import { promptOf } from './prompt-of.js';

describe('messages for the SDK', () => {
  it('carry text files as text with their name, and others as files', () => {
    const notes = { name: 'notes.md', mediaType: 'text/markdown', bytes: Buffer.from('# Notes') };
    const image = { name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array([1, 2]) };
    expect(promptOf([{ role: 'user', text: 'Look.', attachments: [notes, image] }])).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'notes.md:\n\n# Notes' },
          { type: 'file', filename: 'a.png', mediaType: 'image/png', data: image.bytes },
          { type: 'text', text: 'Look.' },
        ],
      },
    ]);
  });

  it('carry the use of a tool and what came of it', () => {
    const call = { id: 'c1', name: 'read', input: { path: 'a' } };
    expect(
      promptOf([
        { role: 'assistant', text: '', toolCalls: [call] },
        { role: 'tool', results: [{ call, text: 'no such file', failed: true }] },
      ]),
    ).toEqual([
      {
        role: 'assistant',
        content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'read', input: { path: 'a' } }],
      },
      {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: 'c1',
            toolName: 'read',
            output: { type: 'error-text', value: 'no such file' },
          },
        ],
      },
    ]);
  });
});
