/**
 * A server that answers every request of a chat interface alike, for measurements: in one piece, or as a stream of
 * 16 pieces where the request asks for one. It prints its port, and ends when its input does. The word is how many
 * milliseconds it waits before each answer.
 */
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

const about = { id: 'chatcmpl-1', created: 1_700_000_000, model: 'bench-1' };
const words = 'The build is green and every test passes. ';
const PIECES = 16;
const delay = Number(process.argv[2] ?? 0);
const usage = { prompt_tokens: 120, completion_tokens: 160, total_tokens: 280 };

const stream = [
  ...Array.from({ length: PIECES }, () => event({ content: words }, null)),
  event({}, 'stop'),
  `data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices: [], usage })}`,
  'data: [DONE]',
]
  .map((line) => `${line}\n\n`)
  .join('');

const message = { role: 'assistant', content: words.repeat(PIECES) };
const body = JSON.stringify({
  ...about,
  object: 'chat.completion',
  choices: [{ index: 0, message, finish_reason: 'stop' }],
  usage,
});

const server = createServer(async (request, response) => {
  let asked = '';
  for await (const piece of request) asked += String(piece);
  if (delay > 0) await setTimeout(delay);
  if (asked.includes('"stream":true'))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(stream);
  else response.writeHead(200, { 'content-type': 'application/json' }).end(body);
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  process.stdout.write(`${address.port}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

function event(delta: object, finish: string | null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices })}`;
}
