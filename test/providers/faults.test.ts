import { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FaultClass, ModelCallError } from '../../src/models/spec/model-fault.js';
import type { ModelSurroundings } from '../../src/models/surroundings.js';
import { changed, type Damage, DamagingProxy, intact } from './damaging-proxy.js';
import {
  type AskedWay,
  KEY,
  openServed,
  patient,
  question,
  type ServedProvider,
  servedProviders,
  servedWays,
  watching,
} from './provider-server.js';

const ANSWER = 'One word after another until the end.';

let server: LLMock;
let proxy: DamagingProxy;
beforeAll(async () => {
  server = new LLMock({ port: 0, chunkSize: 5 });
  server.onMessage('greet', { content: ANSWER });
  server.onMessage('limit', {
    error: { message: 'Slow down.', type: 'rate_limit_error' },
    status: 429,
    retryAfter: 7,
  });
  server.onMessage('trouble', { error: { message: 'Broken.', type: 'server_error' }, status: 500 });
  server.onMessage('locked', {
    error: { message: `Incorrect key: ${KEY}`, type: 'authentication_error', code: 'invalid_api_key' },
    status: 401,
  });
  server.onMessage('wrong', {
    error: { message: 'No such field.', type: 'invalid_request_error' },
    status: 400,
  });
  server.onMessage('absent', { error: { message: 'No such model.', type: 'not_found_error' }, status: 404 });
  await server.start();
  proxy = new DamagingProxy(server.url);
  await proxy.start();
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});
afterEach(() => {
  proxy.damage = intact;
});

interface Attempt {
  readonly ask?: string;
  readonly damage?: Damage;
  readonly surroundings?: Partial<ModelSurroundings>;
}

type Asked = ServedProvider & Pick<AskedWay, 'watch'>;

async function faultOf(provider: Asked, attempt: Attempt): Promise<ModelCallError> {
  proxy.damage = attempt.damage ?? intact;
  const model = await openServed(provider, proxy.url, attempt.surroundings);
  const outcome = await model
    .call(question(attempt.ask ?? 'greet'), provider.watch())
    .catch((error) => error);
  if (!(outcome instanceof ModelCallError)) throw new Error(`no fault but ${JSON.stringify(outcome)}`);
  return outcome;
}

const withHead =
  (status: number, headers: Record<string, string>): Damage =>
  ({ type, body }, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };

/** The first part of an answer, cut within an event. */
const half = (body: Buffer) => body.subarray(0, Math.floor(body.length / 2));

const cutOff: Damage = ({ status, type, body }, response) => {
  response.writeHead(status, { 'content-type': type });
  response.write(half(body), () => setImmediate(() => response.destroy()));
};

const silent: Damage = ({ status, type, body }, response) => {
  response.writeHead(status, { 'content-type': type }).write(half(body));
};

const byteByByte: Damage = ({ status, type, body }, response) => {
  response.writeHead(status, { 'content-type': type });
  let sent = 0;
  const timer = setInterval(() => response.write(body.subarray(sent, ++sent)), 5);
  response.on('close', () => clearInterval(timer));
};

const untilLastEvents = (body: string) => {
  const events = body.split('\n\n').filter((event) => event.trim() !== '');
  return `${events.slice(0, Math.ceil(events.length / 2)).join('\n\n')}\n\n`;
};

/** Each event of a stream; an answer in one piece is one. */
const twice = (body: string) =>
  body
    .split('\n\n')
    .filter((event) => event.trim() !== '')
    .map((event) => `${event}\n\n${event}\n\n`)
    .join('');

const short = { totalMs: 5000, idleMs: 60 };

const cases: readonly (readonly [what: string, fault: FaultClass, attempt: Attempt])[] = [
  ['429', 'rate-limited', { ask: 'limit' }],
  ['500', 'overloaded', { ask: 'trouble' }],
  ['401', 'auth', { ask: 'locked' }],
  ['400', 'bad-request', { ask: 'wrong' }],
  ['404', 'not-found', { ask: 'absent' }],
  ['a redirect elsewhere', 'bad-request', { damage: withHead(307, { location: 'http://127.0.0.1:9/' }) }],
  ['a connection that is reset in mid-answer', 'connection', { damage: cutOff }],
  [
    'a connection that is closed before an answer',
    'connection',
    { damage: (_, response) => response.destroy() },
  ],
  ['silence in mid-answer', 'timeout', { damage: silent, surroundings: { times: short } }],
  ['silence from the beginning', 'timeout', { damage: () => undefined, surroundings: { times: short } }],
  ['a byte at a time', 'timeout', { damage: byteByByte, surroundings: { times: short } }],
  [
    'an answer that takes too long',
    'timeout',
    { damage: silent, surroundings: { times: { totalMs: 60, idleMs: 5000 } } },
  ],
  ['malformed JSON', 'malformed', { damage: changed((body) => body.replace('{', '{{')) }],
  ['an empty 200', 'empty', { damage: changed(() => '') }],
  ['another content type', 'malformed', { damage: withHead(200, { 'content-type': 'text/html' }) }],
  ['an answer that comes twice', 'malformed', { damage: changed(twice) }],
  ['an answer beyond measure', 'too-large', { surroundings: { answerBytes: 100 } }],
];

describe.each(servedWays)('a call to $model, asked $way,', (provider) => {
  it.each(cases)('that meets %s ends as %s', async (_, fault, attempt) => {
    const error = await faultOf(provider, attempt);
    expect(error.details.fault).toBe(fault);
    expect(error.message).toContain(provider.model);
  });

  it('says how long to wait when it is told, and null when not', async () => {
    const seconds = await faultOf(provider, { ask: 'limit', damage: withHead(429, { 'retry-after': '7' }) });
    expect(seconds.details.retryAfterMs).toBe(7000);
    expect((await faultOf(provider, { ask: 'limit' })).details.retryAfterMs).toBeNull();
  });

  it('shows no key in anything of its fault', async () => {
    const error = await faultOf(provider, { ask: 'locked' });
    const { cause, message, details, remedy, stack } = error;
    expect(`${message} ${stack} ${String(cause)} ${JSON.stringify([details, remedy])}`).not.toContain(
      KEY.slice(8),
    );
    expect(error.message).toContain('Incorrect key: [');
  });
});

describe.each(servedProviders)('an answer of $model without its end', (provider) => {
  it('is truncated as a stream, and what had come is kept', async () => {
    const { details } = await faultOf({ ...provider, watch: watching }, { damage: changed(untilLastEvents) });
    expect(details.fault).toBe('truncated');
    expect(details.partial?.text).toMatch(/^One w/);
    expect(ANSWER.startsWith(details.partial?.text ?? '-')).toBe(true);
  });

  it('is truncated in one piece, and nothing is kept', async () => {
    const damage = changed((body) => body.slice(0, body.length / 2));
    const { details } = await faultOf({ ...provider, watch: patient }, { damage });
    expect(details).toMatchObject({ fault: 'truncated', partial: null, status: 200 });
  });

  it('is truncated in one piece too when nobody said why the model stopped', async () => {
    const unfinished = (body: string) =>
      body
        .replace(/"(finish_reason|stop_reason|finishReason)":"[A-Za-z_]+"/, '"$1":null')
        .replace('"status":"completed","output"', '"status":"in_progress","output"');
    const { details } = await faultOf({ ...provider, watch: patient }, { damage: changed(unfinished) });
    expect(details).toMatchObject({ fault: 'truncated', partial: { text: ANSWER } });
  });

  it('is of the class of the error that came in its place, whatever its status', async () => {
    const damage = changed(
      () => '{"error":{"type":"rate_limit_error","code":"rate_limit_exceeded","message":"Slow down."}}',
    );
    const error = await faultOf({ ...provider, watch: patient }, { damage });
    expect(error.details).toMatchObject({ fault: 'rate-limited', status: 200 });
    expect(error.message).toMatch(/says: Slow down\.$/);
  });
});

it.each(servedWays.filter(({ model }) => model.startsWith('google:')))(
  'takes a prompt that Google blocks, asked $way, for refused',
  async (provider) => {
    const blocked = (body: string) => {
      const said = '{"promptFeedback":{"blockReason":"SAFETY"}}';
      return body.startsWith('data:') ? `data: ${said}\n\n` : said;
    };
    const { details } = await faultOf(provider, { damage: changed(blocked) });
    expect(details).toMatchObject({ fault: 'refused', partial: null });
  },
);

it('takes the failure of a response for what it says, whatever its status', async () => {
  const [provider] = servedProviders;
  if (provider === undefined) throw new Error('no provider');
  const failed = (body: string) =>
    body.replace(
      '"status":"completed",',
      '"status":"failed","error":{"code":"server_error","message":"It broke."},',
    );
  const error = await faultOf({ ...provider, watch: patient }, { damage: changed(failed) });
  expect(error.details).toMatchObject({ fault: 'overloaded', status: 200 });
});

it('names the status and the words of the provider', async () => {
  const [provider] = servedProviders;
  if (provider === undefined) throw new Error('no provider');
  const { message } = await faultOf({ ...provider, watch: patient }, { ask: 'trouble' });
  expect(message).toBe(
    'The call to openai:gpt-5-mini failed: the provider has trouble of its own (500). OpenAI says: Broken.',
  );
});

it('does not follow a server that sends a call, and its key, elsewhere', async () => {
  const [provider] = servedProviders;
  if (provider === undefined) throw new Error('no provider');
  const { message } = await faultOf(
    { ...provider, watch: patient },
    {
      damage: withHead(307, { location: `${server.url}/v1/responses` }),
    },
  );
  expect(message).toContain('the server sends it elsewhere, where it is not followed (307).');
});
