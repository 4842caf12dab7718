import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import type { Execution, ExecutionAttempt } from '../../src/engine/execution/execution.js';
import { findWholeExecution } from '../../src/operations/execution/find-execution.js';
import { fromLibrary, runPrompt } from '../../src/operations/index.js';
import { isServer } from '../fixtures/empty-store.js';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const SCRIPT = 'script.yaml';
const MODEL = `fake:${SCRIPT}`;
const AWS = `AKIA${'AB3D'.repeat(4)}`;

const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(bench.work, name), content);
  return name;
};
/** What the fake answers: YAML of its rules. */
const script = (rules: string) => file(SCRIPT, `rules:\n${rules}`);
const run = (words: readonly string[], options: RunOptions = {}) => bench.run(['run', ...words], options);
const ask = (words: readonly string[], options: RunOptions = {}) => run([...words, '-m', MODEL], options);
const onTerminal: RunOptions = { terminal: ['stdout', 'stderr'] };

/** Prices and providers of the person's own. */
function models(yaml: string): void {
  const folder = join(bench.folder, '.config', 'prompt-runner');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'models.yaml'), yaml);
}

/** All that is on record of an execution. */
async function recorded(
  id = 'latest',
): Promise<{ readonly execution: Execution; readonly calls: readonly ExecutionAttempt[] }> {
  const app = await openApp({ db: bench.db, cwd: bench.work, env: { HOME: bench.folder } });
  try {
    const execution = await findWholeExecution(app, id);
    return { execution, calls: (await app.executions?.executions.attempts(execution.id)) ?? [] };
  } finally {
    await app.close();
  }
}

describe('a text', () => {
  it('is asked, and what the answer took is told beside it', async () => {
    script('  - answer: Hello there.\n    usage: { input: 1204, cached_input: 1000, output: 312 }\n');
    models(`prices: { "${MODEL}": { input: 1, output: 10, cached_input: 0.1 } }\n`);
    const { code, out, err } = await ask(['Say hello.']);
    expect(code).toBe(0);
    expect(out).toBe('Hello there.\n');
    expect(err).toMatch(
      /^fake:script\.yaml · 1,204 in \(1,000 cached\), 312 out · \$0\.0034 · \d+ ms · first token \d+ ms · x[0-9a-z]{12}\n$/,
    );
  });

  it('comes from a pipe, or with --text', async () => {
    expect((await run(['-', '-m', 'fake'], { stdin: 'from a pipe\n' })).out).toBe('from a pipe\n');
    expect((await run(['-m', 'fake'], { stdin: 'also from a pipe' })).out).toBe('also from a pipe\n');
    expect((await run(['--text', 'Hi', '-m', 'fake'])).out).toBe('Hi\n');
  });

  it('stays as it is, and is a template once it is given variables', async () => {
    expect((await run(['Say {{ word }}', '-m', 'fake'])).out).toBe('Say {{ word }}\n');
    const words = ['Say {{ word }}', '-m', 'fake', '--var', 'word={{ 1 + 1 }}'];
    expect((await run(words)).out).toBe('Say {{ 1 + 1 }}\n');
  });

  it('is refused when it is empty, given twice, or wants standard input twice', async () => {
    expect((await run([' ', '-m', 'fake'])).err).toContain('the text is empty');
    expect((await run(['a b', '--text', 'c', '-m', 'fake'])).code).toBe(2);
    const twice = await run(['-', '--vars', '-', '-m', 'fake'], { stdin: '{}' });
    expect(twice.err).toContain('Standard input can be read once, and the text and --vars would read it.');
  });
});

describe('a prompt of the library', () => {
  const create = (text: string) =>
    bench.run(['prompt', 'create', 'review', '--file', join(bench.work, file('review.md', text))]);

  it('is rendered and asked by its name, its version or its label', async () => {
    await bench.run(['prompt', 'create', 'review', '--text', 'First {{ what }}']);
    await bench.run(['prompt', 'update', 'review', '--text', 'Second {{ what }}']);
    await bench.run(['prompt', 'label', 'review', 'stable@1']);
    const asked = async (name: string) => (await run([name, '-m', 'fake', '--var', 'what=x'])).out;
    expect(await asked('review')).toBe('Second x\n');
    expect(await asked('review@1')).toBe('First x\n');
    const { execution } = await recorded();
    expect(execution.prompt.reference).toBe('review@1');
    expect(execution.prompt.version).toMatch(/^v/);
  });

  it('brings its model and its parameters along, and the command line goes before them', async () => {
    script('  - answer: done\n');
    await create(
      `---\nmodel: ${MODEL}\nparameters:\n  temperature: 0.2\n  max_tokens: 100\n  top-p: 0.9\n  stop: END\n  surprise: 3\n  seed: often\n---\nReview.\n`,
    );
    const words = ['review', '--temperature', '0', '--option', 'effort=low', '--option', 'deep={"a":[1]}'];
    const { code, err } = await run([...words, '--presence-penalty=-1.5']);
    expect(code).toBe(0);
    expect(err).toContain('asks for surprise 3, which is not known here; it is left out');
    expect(err).toContain('asks for seed "often", which makes no sense');
    expect((await recorded()).execution.parameters).toEqual({
      temperature: 0,
      maxOutputTokens: 100,
      topP: 0.9,
      stopSequences: ['END'],
      presencePenalty: -1.5,
      providerOptions: { effort: 'low', deep: { a: [1] } },
    });
  });

  it('takes another system message', async () => {
    await bench.run(['prompt', 'create', 'review', '--text', 'Look.', '--system', 'You {{ who }}.']);
    await run(['review', '-m', 'fake', '--var', 'who=x', '--system', 'Be {{ brief }}.']);
    expect((await recorded()).execution.messages).toEqual([
      { role: 'system', text: 'Be {{ brief }}.' },
      { role: 'user', text: 'Look.' },
    ]);
  });

  it('may not name a command to be run', async () => {
    await create('---\nmodel: "exec:touch pwned"\n---\nReview.\n');
    const { code, err } = await run(['review']);
    expect(code).toBe(4);
    expect(err).toContain(
      'The prompt review@1 wants "exec:touch pwned" to be run; only you may name commands.',
    );
  });

  it('may name a model as another tool does, once an alias says what is meant', async () => {
    await create('---\nmodel: openai/gpt-4o\n---\nReview.\n');
    const { code, err } = await run(['review']);
    expect(code).toBe(3);
    expect(err).toContain('asks for the model "openai/gpt-4o", which is of no provider');
    expect(err).toContain('prompt-runner model alias openai/gpt-4o openai:MODEL');
    await bench.run(['model', 'alias', 'openai/gpt-4o', 'fake']);
    expect((await run(['review'])).out).toBe('Review.\n');
  });

  it('that is not there is told with the nearest, and with the way to ask a text', async () => {
    await create('Review.');
    const near = await run(['reveiw', '-m', 'fake']);
    expect(near.code).toBe(3);
    expect(near.err).toContain('Did you mean review? A text of one word is given with --text.');
    expect((await run(['Hello!', '-m', 'fake'])).err).toContain('A text of one word is given with --text.');
  });
});

describe('an answer on a terminal', () => {
  it('comes bit by bit, without control sequences and credentials, which are told', async () => {
    const answer = `Red: \\e[31mX\\e[0m \\e]0;title\\aand ${AWS} too.`;
    script(`  - { answer: "${answer}", chunk: 3 }\n`);
    const { out, err } = await ask(['Hello you'], onTerminal);
    expect(out).toBe('Red: X and [redacted: AWS access key] too.\n');
    expect(err).toContain('first token');
    const { execution } = await recorded();
    expect(execution.response).toContain(AWS);
    expect(err.replace(/\s+/g, ' ')).toContain(
      `credential (AWS access key); it has a mark in its place here, and is in the record. To remove it there: prompt-runner execution redact ${execution.id}`,
    );
  });

  it('is shown once when it is a single word, which is held back to its end', async () => {
    script('  - { answer: Word, chunk: 2 }\n');
    expect((await ask(['Hello you'], onTerminal)).out).toBe('Word\n');
    script('  - { answer: Wo, fault: overloaded, retry_after_ms: 1, then: [{ answer: Word }] }\n');
    expect((await ask(['Hello again'], onTerminal)).out).toMatch(
      /^Wo\n── the answer begins anew ─+\nWord\n$/,
    );
  });

  it('is waited for with a line that says how long, which is gone when the answer begins', async () => {
    script('  - { answer: Word, delay_ms: 1600 }\n');
    const { out, err } = await ask(['Hello you'], onTerminal);
    expect(out).toBe('Word\n');
    expect(err).toMatch(/^asking · \d s\r[\s\S]*\r {12}\r[^\r]+\n$/);
    expect((await ask(['Hello again', '--json'], onTerminal)).err).toBe('');
  });

  it('begins anew after a fault, with a rule between', async () => {
    script(
      '  - answer: "The beginning of"\n    fault: overloaded\n    status: 503\n    retry_after_ms: 1\n    then: [{ answer: The whole. }]\n',
    );
    const { out, err } = await ask(['Hello you'], onTerminal);
    expect(out).toMatch(/^The beginning of\n── the answer begins anew ─+\nThe whole\.\n$/);
    expect(err.replace(/\s+/g, ' ')).toMatch(/\(503\)\. It is asked again in \d+ ms \(2 of 4\)\./);
    expect((await recorded()).calls.map(({ status, fault }) => [status, fault])).toEqual([
      ['failed', 'overloaded'],
      ['succeeded', null],
    ]);
  });

  it('is shown as a whole with --no-stream, and elsewhere; what failed is not', async () => {
    script(
      '  - answer: "The beginning of"\n    fault: overloaded\n    retry_after_ms: 1\n    then: [{ answer: The whole. }]\n',
    );
    expect((await ask(['Hello you', '--no-stream'], onTerminal)).out).toBe('The whole.\n');
    expect((await ask(['Hello again'])).out).toBe('The whole.\n');
  });

  it('ends with Ctrl-C; what had come is kept', async () => {
    script('  - { answer: "one two three four five", chunk: 4, pause_ms: 600000 }\n');
    const controller = new AbortController();
    const onOutput = (out: string) => {
      if (out === 'one ') controller.abort();
    };
    const { code, out, err } = await ask(['Count, please'], {
      ...onTerminal,
      interrupt: controller.signal,
      onOutput,
    });
    const { execution } = await recorded();
    expect(code).toBe(130);
    expect(execution.status).toBe('aborted');
    expect(execution.response).toBe('one ');
    expect(out).toBe('one \n');
    const words = err.replace(/\s+/g, ' ');
    expect(words).toContain('was ended before its answer was whole.');
    expect(words).not.toContain('failed');
    expect(words).toContain(`What had come is kept as execution ${execution.id}.`);
  });

  it('that fails for good ends with a line end and the error', async () => {
    script('  - { answer: "Part", fault: refused }\n');
    const { code, out, err } = await ask(['Hello you'], onTerminal);
    expect([code, out]).toEqual([1, 'Part\n']);
    expect(err).toContain('kept as');
    expect((await recorded()).execution.problem?.code).toBe('refused');
  });
});

describe('an answer for a program', () => {
  it('is one document, and nothing else is printed', async () => {
    script(`  - answer: "Key ${AWS}"\n    usage: { input: 3, output: 4 }\n`);
    const { out, err, json } = await ask(['Say it.', '--json'], onTerminal);
    const document = json<{ text: string; secrets: string[]; execution: { cost: number; id: string } }>();
    expect(document.text).toBe('Key [redacted: AWS access key]');
    expect(document.secrets).toEqual(['AWS access key']);
    expect(document.execution.cost).toBe(0);
    expect(out).not.toContain(AWS);
    expect(err).toBe('');
  });

  it('goes into a file with --output, which is not written over', async () => {
    script('  - { answer: Hello there. }\n');
    const { code, out } = await ask(['Say hello.', '-o', 'out/answer.md']);
    expect([code, out]).toEqual([0, '']);
    expect(readFileSync(join(bench.work, 'out/answer.md'), 'utf8')).toBe('Hello there.\n');
    expect((await ask(['Say more.', '-o', 'out/answer.md'])).code).toBe(1);
    expect((await ask(['Say more.', '-o', '../answer.md'])).code).not.toBe(0);
    expect((await recorded()).execution.messages[0]).toMatchObject({ text: 'Say hello.' });
  });

  it('says nothing but itself with --quiet', async () => {
    expect(await run(['Hello you', '-m', 'fake', '--quiet'])).toMatchObject({ out: 'Hello you\n', err: '' });
  });

  it('is told to be cut off where its tokens ended', async () => {
    script('  - { answer: Half of, finish: length }\n');
    expect((await ask(['Say hello.'])).err).toContain('--max-tokens allows more');
  });
});

describe('a schema', () => {
  const schema = () =>
    file('schema.json', '{"type":"object","properties":{"score":{"type":"number"}},"required":["score"]}');

  it('is held against the answer, whose value is given', async () => {
    script('  - answer: \'{"score": 3}\'\n');
    const { json } = await ask(['Rate it.', '--schema', schema(), '--json']);
    expect(json<{ value: unknown }>().value).toEqual({ score: 3 });
  });

  it('that the answer does not fit is an error; the answer is kept', async () => {
    script('  - answer: \'{"score": "high"}\'\n');
    const { code, err } = await ask(['Rate it.', '--schema', schema()]);
    expect(code).toBe(1);
    expect(err).toContain('does not fit the schema: score:');
    expect((await recorded()).execution).toMatchObject({ status: 'failed', response: '{"score": "high"}' });
  });

  it('that is none is refused before anything is asked', async () => {
    expect((await run(['Rate it.', '--schema', file('a.json', '{'), '-m', 'fake'])).code).toBe(2);
    const list = await run(['Rate it.', '--schema', file('b.json', '[]'), '-m', 'fake']);
    expect(list.err).toContain('"b.json" holds no JSON schema');
  });
});

describe('a file', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');

  it('goes along, whatever its name says it is', async () => {
    const words = [
      'Look at it.',
      '-m',
      'fake',
      '--attach',
      file('a.txt', PNG),
      '--attach',
      file('b.json', '{}'),
    ];
    expect((await run(words)).code).toBe(0);
    const [message] = (await recorded()).execution.messages;
    expect(message).toMatchObject({
      attachments: [
        { name: 'a.txt', mediaType: 'image/png' },
        { name: 'b.json', mediaType: 'application/json' },
      ],
    });
  });

  it('that is empty, missing, or of no kind that a model reads is refused', async () => {
    const attach = (name: string) => run(['Look at it.', '-m', 'fake', '--attach', name]);
    expect((await attach(file('empty', ''))).err).toContain('"empty" is empty.');
    expect(await attach('nowhere.png')).toMatchObject({ code: 3 });
    const binary = await attach(file('a.bin', Buffer.from([0, 1, 2, 255])));
    expect(binary).toMatchObject({ code: 2 });
    expect(binary.err).toContain('neither text nor a picture');
  });
});

describe('the cache', () => {
  it('gives the same answer again, and says whose it is', async () => {
    script('  - { answer: first, then: [{ answer: second }] }\n');
    const id = (await ask(['Say it.', '--json'])).json<{ execution: { id: string } }>().execution.id;
    const again = await ask(['Say it.'], onTerminal);
    expect(again.out).toBe('first\n');
    expect(again.err).toContain(`from the cache: execution ${id}, just now`);
    expect((await recorded()).execution).toMatchObject({ answeredBy: id, cost: 0 });
  });

  it('is not asked with --no-cache, for another temperature, or when the settings forbid it', async () => {
    await run(['Say it.', '-m', 'fake']);
    const answeredBy = async (words: readonly string[], options: RunOptions = {}) => {
      await run(['Say it.', '-m', 'fake', ...words], options);
      return (await recorded()).execution.answeredBy;
    };
    expect(await answeredBy(['--no-cache'])).toBeNull();
    expect(await answeredBy(['--temperature', '1'])).toBeNull();
    expect(await answeredBy([], { env: { PROMPT_RUNNER_CACHE_MAX_AGE_DAYS: 'none' } })).toBeNull();
    expect(await answeredBy([])).not.toBeNull();
  });
});

describe('the same, several times', () => {
  it('is asked anew each time, and shown in a table', async () => {
    script(
      '  - answer: one\n    usage: { input: 1, output: 2 }\n    then: [{ answer: two }, { answer: one }]\n',
    );
    await ask(['Say it.']);
    const { code, out } = await ask(['Say it.', '--repeat', '3']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Execution {6}Answer +Out +Cost +Time\n/);
    expect(out).toContain('3 answers, 2 different, $0.00.');
    expect(out).toMatch(/Next: prompt-runner execution compare x\w+ x\w+\n$/);
  });

  it('ends in part when one of them brings no answer, and fails when the first does', async () => {
    script('  - { answer: one, then: [{ fault: auth, status: 401 }, { answer: three }] }\n');
    const { code, err, json } = await ask(['Say it.', '--repeat', '3', '--json']);
    expect([code, err]).toEqual([5, '']);
    const { answers, failures } = json<{ answers: { text: string }[]; failures: { code: string }[] }>();
    expect(answers.map(({ text }) => text)).toEqual(['one', 'three']);
    expect(failures).toMatchObject([{ code: 'EXECUTION_FAILED' }]);
    script('  - { fault: auth, status: 401 }\n');
    expect((await ask(['Say it.', '--repeat', '3'])).code).toBe(1);
  });

  it('keeps to a ceiling for all together', async () => {
    script('  - answer: one\n    usage: { input: 0, output: 1000 }\n');
    models(`prices: { "${MODEL}": { input: 0, output: 1000 } }\n`);
    const words = ['Say it.', '--repeat', '5', '--max-cost', '2.5', '--max-tokens', '1000', '--json'];
    const { code, json } = await ask(words);
    const { answers, failures, cost } = json<{
      answers: unknown[];
      failures: { code: string }[];
      cost: number;
    }>();
    expect([code, answers.length, cost]).toEqual([5, 3, 3]);
    expect(failures).toMatchObject([{ code: 'COST_CEILING' }]);
  });

  it('is not more than 20 times, and has no file', async () => {
    expect((await run(['Say it.', '-m', 'fake', '--repeat', '21'])).code).toBe(2);
    expect((await run(['Say it.', '-m', 'fake', '--repeat', '2', '-o', 'a.md'])).code).toBe(2);
  });
});

describe('a ceiling', () => {
  it('refuses a model of which nobody knows the price, before anything is on record', async () => {
    models('providers: { mine: { kind: compatible, base_url: "http://127.0.0.1:9/v1" } }\n');
    const { code, err } = await run(['Say it.', '-m', 'mine:model', '--max-cost', '1']);
    expect(code).toBe(4);
    expect(err).toContain('is not known beforehand');
    expect((await bench.run(['execution', 'list', '--json'])).json<{ total: number }>().total).toBe(0);
  });

  it('allows as many tokens as it pays for, and refuses what is too much', async () => {
    script('  - { answer: one }\n');
    models(`prices: { "${MODEL}": { input: 1000, output: 1000 } }\n`);
    expect((await ask(['Say it.', '--max-cost', '0.001'])).code).toBe(4);
    expect((await ask(['Say it.', '--max-cost', 'much'])).code).toBe(2);
  });
});

describe('a dry run', () => {
  it('shows what would be asked and what it would cost, needs no key, and asks nothing', async () => {
    const words = ['Say it.', '-m', 'openai:gpt-5-mini', '--system', 'Be brief.', '--max-tokens', '1000'];
    const { code, out, err } = await run([...words, '--dry-run'], onTerminal);
    expect(code).toBe(0);
    expect(out).toContain('── system ');
    expect(out).toMatch(/comes out +at most 1,000 tokens\n/);
    expect(out).toMatch(/together +at most about \$0\.002/);
    expect(err.replace(/\s+/g, ' ')).toContain("needs a key of OpenAI's");
    expect((await bench.run(['execution', 'list', '--json'])).json<{ total: number }>().total).toBe(0);
  });

  it('says that a ceiling would refuse it', async () => {
    script('  - { answer: one }\n');
    models(`prices: { "${MODEL}": { input: 1000, output: 1000 } }\n`);
    const { code, err } = await run(['Say it.', '-m', MODEL, '--max-cost', '0.001', '--dry-run']);
    expect([code, err]).toEqual([0, expect.stringMatching(/would be refused: it may cost \$\S+ and/)]);
  });

  it('tells of an answer that is known, and of a price that is not', async () => {
    await run(['Say it.', '-m', 'fake']);
    expect((await run(['Say it.', '-m', 'fake', '--dry-run'])).out).toMatch(/cache +has the answer of x/);
    models('providers: { mine: { kind: compatible, base_url: "http://127.0.0.1:9/v1" } }\n');
    const { out } = await run(['Say it.', '-m', 'mine:model', '--dry-run']);
    expect(out).toMatch(/comes out +cost unknown for each 1,000 tokens; no limit is set\n/);
    expect(out).toMatch(/price +not known\n/);
  });
});

describe('a run that cannot be', () => {
  it('says that no model is named, or that none is called so', async () => {
    expect((await run(['Say it.'])).err).toContain('No model is named, and none is set.');
    expect((await run(['Say it.', '-m', 'opneai:x'])).code).toBe(3);
  });

  it('is refused to a program in a workspace, which keeps no record; the command takes the database', async () => {
    const workspace = join(bench.work, 'planning');
    mkdirSync(workspace);
    const app = await openApp({ workspace, cwd: bench.work, env: { HOME: bench.folder } });
    const asked = runPrompt(app, { text: fromLibrary('Say it.'), model: 'fake' });
    await expect(asked).rejects.toThrow('keeps no record');
    await app.close();
    const env = { PROMPT_RUNNER_WORKSPACE: workspace };
    expect((await run(['Say it.', '-m', 'fake'], { env })).out).toBe('Say it.\n');
  });

  it('says which of the options makes no sense', async () => {
    expect((await run(['Say it.', '-m', 'fake', '--temperature', 'hot'])).err).toContain(
      '--temperature takes a number such as 2 or 0.7, not "hot".',
    );
    expect((await run(['Say it.', '-m', 'fake', '--temperature', '3'])).code).toBe(2);
    expect((await run(['Say it.', '-m', 'fake', '--option', 'effort'])).err).toContain('Write NAME=VALUE');
    expect((await run(['Say it.', '-m', 'fake', '--option', 'a={'])).err).toContain('begins like JSON');
  });
});

/** A provider that gives what it was sent back in a refusal, as careless ones do. */
async function withCarelessProvider(work: (address: string, asked: IncomingMessage[]) => Promise<void>) {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const message = `Incorrect API key provided: ${request.headers.authorization}`;
    response.writeHead(401, {
      'content-type': 'application/json',
      'x-key': request.headers.authorization ?? '',
    });
    response.end(
      JSON.stringify({ error: { message, type: 'invalid_request_error', code: 'invalid_api_key' } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    // An address of a server that listens on a port is an object.
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a key', () => {
  it('is in no output, no error and no file of the store, even when the provider repeats it', async () => {
    const key = 'kept-secret-0123456789-abcdefghijkl';
    await withCarelessProvider(async (address, asked) => {
      const env = { OPENAI_API_KEY: key, OPENAI_BASE_URL: address };
      const printed = [];
      for (const words of [[], ['--json'], ['--verbose'], ['--dry-run']]) {
        const { code, out, err } = await run(['Say it.', '-m', 'openai-chat:gpt-5-mini', ...words], { env });
        expect(code).toBe(words[0] === '--dry-run' ? 0 : 1);
        printed.push(out, err);
      }
      expect(asked.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${key}`));
      printed.push((await bench.run(['execution', 'show', 'latest', '--json'])).out);
      printed.push((await bench.run(['model', 'show', 'openai-chat:gpt-5-mini'], { env })).out);
      const folder = join(bench.db, '..');
      const files = isServer() ? [] : readdirSync(folder);
      for (const name of files) printed.push(readFileSync(join(folder, name), 'latin1'));
      expect(printed.join('\n')).not.toContain(key);
      expect((await recorded()).execution.problem?.code).toBe('auth');
    });
  });
});
