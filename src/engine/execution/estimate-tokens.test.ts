import { describe, expect, it } from 'vitest';
import { estimateTokens } from './estimate-tokens.js';

const request = (text: string) => ({
  messages: [{ role: 'user' as const, text }],
  responseSchema: null,
  tools: [],
});
const prose = 'The program reads the plan and asks a model for the next step of it. '.repeat(100);

describe('the estimate of tokens', () => {
  it('is near the fifteen tokens of a sentence of fifteen words', async () => {
    const tokens = await estimateTokens(request(prose));
    expect(tokens).toBeGreaterThan(1300);
    expect(tokens).toBeLessThan(1900);
  });

  it('counts the schema, the tools and what is attached', async () => {
    const plain = await estimateTokens(request('x'));
    const tool = { name: 'read', description: 'Reads a file.', inputSchema: { type: 'object' } };
    const image = { name: 'a.png', mediaType: 'image/png', bytes: new Uint8Array(9) };
    expect(await estimateTokens({ ...request('x'), responseSchema: { type: 'object' } })).toBeGreaterThan(
      plain,
    );
    expect(await estimateTokens({ ...request('x'), tools: [tool] })).toBeGreaterThan(plain);
    expect(
      await estimateTokens({
        ...request('x'),
        messages: [{ role: 'user', text: 'x', attachments: [image] }],
      }),
    ).toBeGreaterThan(plain + 1000);
  });
});
