import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AnswerForm, Exchange } from './exchange.js';
import { Transport } from './transport.js';

let server: Server;
let url = '';
let answer: { type: string; body: string };
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What became of a call, and how often its provider showed that it is alive. */
async function fetched(form: AnswerForm, type: string, body: string) {
  answer = { type, body };
  const times = { totalMs: 60_000, idleMs: 60_000 };
  const exchange = new Exchange(new AbortController().signal, times, form, undefined);
  const heard = vi.spyOn(exchange, 'heard');
  const transport = new Transport(1024 * 1024);
  transport.follow(exchange);
  try {
    const response = await transport.fetch(url, { signal: exchange.signal });
    const text = await response.text().catch(() => null);
    return { text, exchange, signsOfLife: heard.mock.calls.length };
  } finally {
    exchange.close();
  }
}

describe('a provider', () => {
  it('is alive when its head comes, and with each line or kilobyte', async () => {
    expect((await fetched('json', 'application/json', 'x'.repeat(1000))).signsOfLife).toBe(1);
    expect((await fetched('json', 'application/json', 'x\n')).signsOfLife).toBe(2);
    const large = await fetched('json', 'application/json', 'x'.repeat(5000));
    expect(large.signsOfLife).toBeGreaterThan(1);
    expect(large.exchange.bytes).toBe(5000);
  });

  it.each([
    ['json', 'application/json; charset=utf-8'],
    ['json', 'text/plain'],
    ['events', 'text/event-stream'],
    ['events', 'Text/Event-Stream; charset=utf-8'],
  ] as const)('may answer what is asked for as %s with the type %s', async (form, type) => {
    expect(await fetched(form, type, 'whatever')).toMatchObject({ text: 'whatever' });
  });

  it.each([
    ['json', 'text/event-stream', 'the answer came as text/event-stream and not as JSON'],
    ['json', 'text/html', 'the answer came as text/html and not as JSON'],
    ['events', 'application/json', 'the answer came as application/json and not as a stream of events'],
  ] as const)('may not answer what is asked for as %s with the type %s', async (form, type, why) => {
    const { exchange } = await fetched(form, type, 'whatever');
    expect(exchange.ending).toEqual({ fault: 'malformed', why });
  });
});
