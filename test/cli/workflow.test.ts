import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../src/base/checksum.js';
import { RunBench } from '../fixtures/run-bench.js';
import { example } from './harness.js';

/** What a run prints with --json, as far as the tests look at it. */
interface RunDocument {
  readonly run: {
    readonly id: string;
    readonly workflow: { readonly name: string; readonly version: number };
    readonly status: string;
    readonly problem: { readonly code: string; readonly message: string } | null;
  };
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>> | null;
  readonly steps: readonly {
    readonly path: string;
    readonly status: string;
    readonly tries: number;
    readonly ambiguous: number;
    readonly executions: readonly string[];
    readonly cost: number | null;
  }[];
  readonly gates: readonly { readonly path: string; readonly content: string; readonly approve: string }[];
  readonly cost: number | null;
  readonly next: string | null;
}

let bench: RunBench;
beforeEach(() => {
  bench = new RunBench();
});
afterEach(() => bench.dispose());

const here = (path: string) => join(bench.repository.root, path);
const write = (name: string, text: string) => writeFileSync(here(name), text);
const workflow = (words: string, ...more: string[]) =>
  bench.json<RunDocument>(['workflow', ...words.split(' '), ...more]);
const say = (words: string, ...more: string[]) => bench.run(['workflow', ...words.split(' '), ...more]);
const stepsOf = ({ steps }: RunDocument) => steps.map(({ path, status }) => `${path} ${status}`);
const shown = (content: string) => ['--content', sha256(content).slice(0, 12)];

/** Writes a file `flow.yaml` with these steps. */
function flow(steps: string, more = ''): void {
  write('flow.yaml', `name: flow\n${more}steps:\n${steps}`);
}

const PLAN = `  - {name: plan, ask: 'Plan {{ inputs.topic }}{{ gates.agree.comment }}'}
  - {name: agree, gate: '{{ steps.plan.output }}', on_reject: {redo: plan}}
  - {name: build, ask: 'Build {{ steps.agree.output }}'}
`;
const MORE = `inputs: {topic: {type: string, default: tea}}
outputs: {built: '{{ steps.build.output }}'}
`;

describe('workflow run', () => {
  it('keeps a file as a version of its name, once for the same text, and the run keeps to it', async () => {
    flow('  - {name: a, ask: Hello}\n');
    const first = await workflow('run flow.yaml --model fake');
    expect([first.code, first.document.run]).toMatchObject([
      0,
      { status: 'completed', workflow: { name: 'flow', version: 1 } },
    ]);
    expect((await workflow('run flow.yaml --model fake')).document.run.workflow.version).toBe(1);
    flow('  - {name: a, ask: Goodbye}\n');
    expect((await workflow('run flow.yaml --model fake')).document.run.workflow.version).toBe(2);
    expect((await say('export flow@1')).out).toContain('ask: Hello');
    const older = await workflow('run flow@1 --model fake');
    expect(older.document.run.workflow.version).toBe(1);
  });

  it('waits at a gate with exit code 5, and goes on once exactly that is approved', async () => {
    flow(PLAN, MORE);
    const begun = await workflow('run flow.yaml --model fake --input topic=cakes');
    expect(begun.code).toBe(5);
    expect(begun.document.gates).toMatchObject([{ path: 'agree', content: 'Plan cakes' }]);
    const { id } = begun.document.run;
    expect(begun.document.next).toBe(begun.document.gates[0]?.approve);
    const wrong = await bench.run(['workflow', 'approve', id, ...shown('Plan tea')]);
    expect([wrong.code, wrong.err]).toEqual([4, expect.stringContaining('not what was shown')]);
    const [, ...words] = begun.document.gates[0]?.approve.split(' ') ?? [];
    expect((await bench.run(words)).code).toBe(0);
    const twice = await bench.run(words);
    expect([twice.code, twice.err]).toEqual([4, expect.stringContaining('waits for a decision')]);
    const done = await workflow('resume');
    expect([done.code, done.document.outputs]).toEqual([0, { built: 'Build Plan cakes' }]);
    expect(done.err).not.toContain('plan');
  });

  it('approves nothing unseen where nobody can be shown it', async () => {
    flow(PLAN, MORE);
    await workflow('run flow.yaml --model fake');
    const { code, err } = await say('approve');
    expect([code, err]).toEqual([2, expect.stringContaining('--content')]);
    expect((await workflow('status')).document.run.status).toBe('waiting');
  });

  it('goes back with the comment of who turns it down, and takes an edited text', async () => {
    flow(PLAN, MORE);
    await workflow('run flow.yaml --model fake');
    await say('reject', ...shown('Plan tea'), '--comment', ', and be brief');
    const redone = await workflow('resume');
    expect(redone.document.gates).toMatchObject([{ content: 'Plan tea, and be brief' }]);
    write('better.md', 'Tea at five');
    expect((await say('approve --file better.md', ...shown('Plan tea, and be brief'))).code).toBe(0);
    expect((await workflow('resume')).document.outputs).toEqual({ built: 'Build Tea at five' });
  });

  it('asks at a terminal, and goes on at once', async () => {
    flow(PLAN, MORE);
    const { code, out, err } = await bench.run(['workflow', 'run', 'flow.yaml', '--model', 'fake'], {
      terminal: true,
      keys: [...'r\rShorter\ra\r'],
    });
    expect(err).toContain('Plan teaShorter');
    expect([code, out]).toEqual([0, expect.stringContaining('Build Plan teaShorter')]);
  });

  it('corrects inputs, and does nothing twice that they do not change', async () => {
    flow(
      `  - {name: facts, ask: 'Facts on {{ inputs.topic }}'}
  - {name: text, ask: '{{ steps.facts.output }}, {{ inputs.tone }}'}\n`,
      `inputs: {topic: {type: string}, tone: {type: string, enum: [dry, warm], default: dry}}
outputs: {text: '{{ steps.text.output }}'}\n`,
    );
    await workflow('run flow.yaml --model fake -i topic=tea');
    expect((await say('resume')).err).toContain('is completed');
    const { document } = await workflow('resume --set tone=warm');
    expect(document.outputs).toEqual({ text: 'Facts on tea, warm' });
    expect(document.steps.map(({ path, tries }) => [path, tries])).toEqual([
      ['facts', 1],
      ['text', 2],
    ]);
    const bad = await say('resume --set tone=loud --set topik=x');
    expect([bad.code, bad.err]).toEqual([
      2,
      expect.stringMatching(/topik.*Did you mean "topic".*\n.*tone.*one of/),
    ]);
  });

  it('does a step again when it is told to, and never from the cache', async () => {
    flow('  - {name: a, ask: Hello}\n', "outputs: {a: '{{ steps.a.output }}'}\n");
    const model = bench.model([{ answer: 'first' }, { answer: 'second' }]);
    await workflow(`run flow.yaml --model ${model}`);
    const cached = await workflow(`run flow.yaml --model ${model}`);
    expect(cached.document.outputs).toEqual({ a: 'first' });
    const again = await workflow('resume --again a');
    expect(again.document.steps[0]?.tries).toBe(2);
    const { execution } = (
      await bench.json<{ execution: { answered_by: string | null } }>(
        `execution show ${again.document.steps[0]?.executions.at(-1)}`,
      )
    ).document;
    expect(execution.answered_by).toBeNull();
    const unknown = await say('resume --again b');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('no step "b"')]);
  });

  it('keeps to the versions that its prompts and workflows had when it began', async () => {
    await bench.run(['prompt', 'create', 'sign', '--text', '!']);
    await bench.run(['prompt', 'create', 'greet', '--text', 'Good-morning-{{who}}{% include "sign" %}']);
    write(
      'inner.yaml',
      'name: inner\nsteps: [{name: s, template: old}]\noutputs: {s: "{{ steps.s.output }}"}\n',
    );
    await say('create inner.yaml');
    flow(
      `  - {name: g, gate: Go?}
  - {name: p, prompt: greet, with: {who: '{{ inputs.who }}'}}
  - {name: w, workflow: inner}\n`,
      `inputs: {who: {type: string, default: Ada}}
outputs: {p: '{{ steps.p.output }}', w: '{{ steps.w.output.s }}'}\n`,
    );
    await workflow('run flow.yaml --model fake');
    await bench.run('prompt update greet --text Good-night-{{who}}'.split(' '));
    await bench.run('prompt update sign --text ?'.split(' '));
    write(
      'inner.yaml',
      'name: inner\nsteps: [{name: s, template: new}]\noutputs: {s: "{{ steps.s.output }}"}\n',
    );
    await say('create inner.yaml');
    await say('approve', ...shown('Go?'));
    expect((await workflow('resume')).document.outputs).toEqual({ p: 'Good-morning-Ada!', w: 'old' });
  });

  it('gives later steps the value of an answer in a shape', async () => {
    flow(
      `  - name: score
    ask: Score it
    schema: {type: object, properties: {score: {type: integer}}, required: [score]}
  - {name: good, when: '{{ steps.score.output.score > 3 }}', template: It is good.}\n`,
      "outputs: {said: '{{ steps.good.output }}'}\n",
    );
    const model = bench.model([{ answer: '```json\n{"score": 5}\n```' }]);
    expect((await workflow(`run flow.yaml --model ${model}`)).document.outputs).toEqual({
      said: 'It is good.',
    });
  });

  it('tells the step, the place and the way on when something fails', async () => {
    flow(
      "  - {name: a, template: '{{ inputs.word | int * 2 }}'}\n  - {name: b, read: '{{ inputs.word }}', retries: 0}\n",
      'inputs: {word: {type: string}}\n',
    );
    const failed = await workflow('run flow.yaml -i word=nowhere.txt');
    expect([failed.code, failed.document.run]).toMatchObject([
      1,
      { status: 'failed', problem: { code: 'STEP_FILE', message: expect.stringContaining('Step "b"') } },
    ]);
    expect(failed.document.next).toBe(`prompt-runner workflow resume ${failed.document.run.id}`);
    write('nowhere.txt', 'There.');
    expect((await workflow('resume')).code).toBe(0);
  });

  it('tells what is wrong with the file or the inputs before anything is begun', async () => {
    flow("  - {name: a, ask: '{{ inputs.topik }}'}\n", 'inputs: {topic: {type: integer}}\n');
    const { code, err } = await say('run flow.yaml');
    expect([code, err]).toEqual([1, expect.stringContaining('Did you mean "topic"?')]);
    flow("  - {name: a, ask: '{{ inputs.topic }}'}\n", 'inputs: {topic: {type: integer}}\n');
    expect((await say('run flow.yaml')).err).toContain('The input "topic" is missing');
    expect((await say('run flow.yaml -i topic=x')).err).toContain('a whole number');
    expect((await say('run flow.yaml -i topic=1')).err).toContain('No model is named');
    expect((await say('run flow.yaml -i topic=1 --model openai:gpt-5-mini')).code).not.toBe(0);
    expect((await say('runs')).out).toContain('No workflow was run yet.');
  });

  it('ends where its ceiling is, and goes on with a higher one', async () => {
    flow('  - {name: a, ask: Hello}\n  - {name: b, ask: There}\n');
    const model = bench.model([{ answer: 'Yes.', usage: { input: 1000, output: 0 } }]);
    bench.prices({ [model]: { input: 1000, output: 1000 } });
    const ended = await workflow(`run flow.yaml --model ${model} --max-cost 1`);
    expect([ended.code, ended.document.run]).toMatchObject([
      4,
      {
        status: 'stopped',
        problem: { code: 'COST_CEILING', message: expect.stringContaining('the workflow') },
      },
    ]);
    expect(stepsOf(ended.document)).toEqual(['a done', 'b failed']);
    expect(ended.document.cost).toBeCloseTo(1);
    expect((await workflow('resume --max-cost 50')).code).toBe(0);
  });
});

describe('the commands of a workflow', () => {
  const program = (name: string, text: string) => {
    write(name, text);
    return JSON.stringify([process.execPath, name]);
  };

  it('run only when somebody agrees, each time anew', async () => {
    flow(
      `  - {name: go, run: ${program('go.mjs', "import fs from 'node:fs'; fs.writeFileSync('ran', '');")}}\n`,
    );
    const refused = await say('run flow.yaml');
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('go.mjs')]);
    expect(existsSync(here('ran'))).toBe(false);
    expect((await say('runs')).out).toContain('No workflow was run yet.');
    expect((await workflow('run flow.yaml --allow-commands')).code).toBe(0);
    expect(existsSync(here('ran'))).toBe(true);
    expect((await say('resume --again go')).code).toBe(4);
  });

  it('are shown at a terminal, which asks', async () => {
    flow(`  - {name: go, run: ${program('go.mjs', 'console.log(1)')}}\n`);
    const asked = { terminal: true };
    const no = await bench.run(['workflow', 'run', 'flow.yaml'], { ...asked, keys: ['n', '\r'] });
    expect([no.code, no.err]).toEqual([4, expect.stringContaining('go.mjs')]);
    const yes = await bench.run(['workflow', 'run', 'flow.yaml'], { ...asked, keys: ['y', '\r'] });
    expect(yes.code).toBe(0);
  });

  it('get their arguments one by one and their input, run in the folder, and give what they print', async () => {
    const show = program(
      'show.mjs',
      `let text = ''; for await (const chunk of process.stdin) text += chunk;
       console.log(JSON.stringify([process.argv.slice(2), text])); console.error('aside'); process.exitCode = 3;`,
    );
    flow(
      `  - name: show
    run: ${show.replace(']', ', "a {{ inputs.word }} b", "$(id)"]')}
    input: 'stdin {{ inputs.word }}'
    allow_failure: true\n`,
      `inputs: {word: {type: string}}
outputs: {out: '{{ steps.show.output.stdout }}', err: '{{ steps.show.output.stderr }}', code: '{{ steps.show.output.exit_code }}'}\n`,
    );
    const { document } = await workflow(
      'run flow.yaml --allow-commands',
      '--input',
      'word="; rm -rf / {{ x }}',
    );
    const { out, err, code } = document.outputs ?? {};
    expect(JSON.parse(String(out))).toEqual([
      ['a "; rm -rf / {{ x }} b', '$(id)'],
      'stdin "; rm -rf / {{ x }}',
    ]);
    expect([err, code]).toEqual(['aside\n', 3]);
  });

  it('that fail say why', async () => {
    flow(`  - {name: go, run: ${program('go.mjs', "console.error('No room.'); process.exit(7)")}}\n`);
    const { code, document } = await workflow('run flow.yaml --allow-commands');
    expect([code, document.run.problem?.message]).toEqual([
      1,
      expect.stringMatching(/exit code 7: No room\./),
    ]);
    flow('  - {name: go, run: [no-such-program-here]}\n');
    expect((await say('run flow.yaml --allow-commands')).out).toContain('no program has that name');
  });

  it('that were cut off with the process are not run again unasked', async () => {
    const slow = program(
      'slow.mjs',
      `import fs from 'node:fs'; fs.appendFileSync('runs.log', 'run\\n');
       setInterval(() => { if (fs.existsSync('go')) process.exit(0); }, 10);`,
    );
    flow(`  - {name: before, template: Done once.}\n  - {name: slow, run: ${slow}}\n`);
    // The store is made ready by whoever comes first.
    await say('list');
    const killed = bench.spawn(['workflow', 'run', 'flow.yaml', '--allow-commands']);
    await vi
      .waitFor(() => expect(existsSync(here('runs.log'))).toBe(true), { timeout: 20_000, interval: 20 })
      .finally(() => killed.kill('SIGKILL'));
    await new Promise((done) => killed.once('close', done));
    const left = await workflow('status');
    expect([left.document.run.status, left.document.steps[1]?.ambiguous]).toEqual(['running', 1]);
    expect((await say('status')).out).toContain('is there no more');
    expect(left.document.next).toBe(`prompt-runner workflow resume ${left.document.run.id}`);
    write('go', '');
    const refused = await workflow('resume --allow-commands');
    expect([refused.code, refused.document.run.problem?.code]).toEqual([4, 'STEP_CUT_OFF']);
    expect(refused.document.steps[1]).toMatchObject({ path: 'slow', status: 'failed', ambiguous: 1 });
    expect(refused.document.next).toBe(
      `prompt-runner workflow resume ${refused.document.run.id} --again slow`,
    );
    expect(readFileSync(here('runs.log'), 'utf8')).toBe('run\n');
    const done = await workflow('resume --allow-commands --again slow');
    expect([done.code, stepsOf(done.document)]).toEqual([0, ['before done', 'slow done']]);
    expect(done.document.steps[0]?.tries).toBe(1);
  });

  it('cannot be named as a model by a file', async () => {
    flow('  - {name: a, ask: Hello, model: "exec:sh -c id"}\n');
    const { code, err } = await say('run flow.yaml');
    expect([code, err]).toEqual([4, expect.stringContaining('only you may name commands')]);
  });
});

describe('the files of a workflow', () => {
  it.each(['../outside.txt', '/etc/passwd', '.git/config', 'link/passwd'])(
    'are inside the project: %s is refused',
    async (path) => {
      symlinkSync('/etc', here('link'));
      for (const step of [`read: ${path}`, `write: ${path}, text: x`]) {
        flow(`  - {name: a, ${step}, retries: 0}\n`);
        const { code, document } = await workflow('run flow.yaml');
        expect([code, document.run.problem?.code]).toEqual([1, 'STEP_FILE']);
      }
    },
  );

  it('with credentials are not read', async () => {
    flow('  - {name: a, read: .env, retries: 0}\n');
    expect((await workflow('run flow.yaml')).document.run.problem?.message).toContain('credentials');
  });

  it('are written whole, in folders that are made', async () => {
    flow('  - {name: a, write: docs/new/a.md, text: "Hello {{ 1 + 1 }}"}\n');
    expect((await workflow('run flow.yaml')).code).toBe(0);
    expect(readFileSync(here('docs/new/a.md'), 'utf8')).toBe('Hello 2');
  });

  it('as inputs are read when the run begins', async () => {
    write('note.md', 'before');
    flow(
      "  - {name: g, gate: Go?}\n  - {name: a, template: '{{ inputs.note }}'}\n",
      "inputs: {note: {type: file}}\noutputs: {a: '{{ steps.a.output }}'}\n",
    );
    await workflow('run flow.yaml -i note=note.md');
    write('note.md', 'after');
    await say('approve', ...shown('Go?'));
    expect((await workflow('resume')).document.outputs).toEqual({ a: 'before' });
  });
});

describe('a dry run', () => {
  const feature = example('workflows/feature.yaml');
  const given = ['-i', 'request=Passwords', '-i', `overview=${example('request.md')}`];

  it('tries the feature of the examples, from plan to implementation, without a key or a trace', async () => {
    const stubs = example('workflows/feature.stubs.yaml');
    const { code, document } = await bench.json<{
      outputs: object;
      steps: { path: string; status: string }[];
    }>([...['workflow', 'run', feature, ...given, '--dry-run', '--stubs', stubs]]);
    expect([code, document.outputs]).toEqual([
      0,
      { summary: expect.stringContaining('new password'), passed: true },
    ]);
    const paths = document.steps.map(({ path, status }) => `${path} ${status}`);
    expect(paths).toEqual([
      ...['plan stale', 'agree stale', 'plan done', 'agree done'],
      ...['analysis[1].look done', 'analysis[2].look done', 'record done'],
      ...['implementation[1].change done', 'implementation[1].test done'],
      ...['implementation[2].change done', 'implementation[2].test done'],
    ]);
    expect(existsSync(here('docs/features'))).toBe(false);
    expect((await say('runs')).out).toContain('No workflow was run yet.');
    expect((await say('list')).out).toContain('No workflows yet.');
    expect((await bench.run('execution list')).out).toContain('Nothing was asked yet.');
  });

  it('goes through with the stubs that it writes itself', async () => {
    const written = await bench.run(['workflow', 'run', feature, '--stubs-init', 'stubs.yaml']);
    expect([written.code, written.out]).toEqual([0, expect.stringContaining('--dry-run --stubs stubs.yaml')]);
    expect(readFileSync(here('stubs.yaml'), 'utf8')).toContain('analysis.look: The answer of analysis.look.');
    const again = await bench.run(['workflow', 'run', feature, '--stubs-init', 'stubs.yaml']);
    expect(again.code).not.toBe(0);
    const words = ['workflow', 'run', feature, ...given, '--dry-run', '--stubs', 'stubs.yaml'];
    expect((await bench.run(words)).code).toBe(0);
  });

  it('says which stub is missing, unknown or of another shape', async () => {
    flow('  - {name: a, ask: Hello}\n');
    const words = ['run', 'flow.yaml', '--dry-run'];
    expect((await say(words.join(' '))).err).toContain('Add "a" to the stubs');
    write('stubs.yaml', 'b: x\n');
    expect((await say([...words, '--stubs', 'stubs.yaml'].join(' '))).err).toContain('no step is called so');
    write('stubs.yaml', 'a: [x\n');
    expect((await say([...words, '--stubs', 'stubs.yaml'].join(' '))).err).toContain('cannot be read');
    expect((await say('run flow.yaml --stubs stubs.yaml')).code).toBe(2);
  });
});

describe('runs of workflows', () => {
  it('are listed, shown and exported', async () => {
    flow(PLAN, MORE);
    const { run } = (await workflow('run flow.yaml --model fake')).document;
    flow('  - {name: a, ask: Hello}\n');
    await workflow('run flow.yaml --model fake');
    const { document } = await bench.json<{ runs: { id: string }[]; total: number }>('workflow runs');
    expect([document.total, document.runs[1]?.id]).toEqual([2, run.id]);
    expect((await say('runs --status waiting')).out).toContain(run.id);
    const page = (await say(`status ${run.id}`)).out;
    for (const text of [
      '? agree',
      'waits for approval',
      'Plan tea',
      `workflow approve ${run.id} agree --content`,
    ])
      expect(page).toContain(text);
    await say(`export ${run.id} -o run.md`);
    expect(readFileSync(here('run.md'), 'utf8')).toMatch(/^# flow@1\n[\s\S]*### plan\n\n {4}Plan tea/);
    expect((await say(`export ${run.id}`)).out).toContain('"source": "name: flow');
    expect((await say('status r0000')).code).toBe(3);
  });

  it('are called off for good', async () => {
    flow(PLAN, MORE);
    const { run } = (await workflow('run flow.yaml --model fake')).document;
    const cancelled = await workflow(`cancel ${run.id}`);
    expect([cancelled.code, cancelled.document.run.status]).toEqual([0, 'cancelled']);
    for (const words of [`resume ${run.id}`, `cancel ${run.id}`, `approve ${run.id} --content 12345678`])
      expect((await say(words)).code).toBe(4);
  });

  it('end in good order on Ctrl-C, and go on', async () => {
    const [fast, slow] = [
      bench.model([{ answer: 'Yes.' }]),
      bench.model([{ answer: 'Well.', delay_ms: 60_000 }]),
    ];
    flow(`  - {name: a, ask: Hello, model: '${fast}'}\n  - {name: b, ask: There}\n`);
    const stop = new AbortController();
    const onError = (err: string) => {
      if (err.includes('b …')) stop.abort();
    };
    const words = ['workflow', 'run', 'flow.yaml', '--model', slow];
    const { code, out } = await bench.run(words, { interrupt: stop.signal, onError });
    expect([code, out]).toEqual([130, expect.stringContaining('workflow resume')]);
    const { document } = await workflow('status');
    expect([document.run.status, stepsOf(document)]).toEqual(['stopped', ['a done', 'b failed']]);
    const resumed = await workflow(`resume --model ${fast}`);
    expect([resumed.code, resumed.document.steps.map(({ tries }) => tries)]).toEqual([0, [1, 2]]);
  });

  it('leave no credential but in the store, and none there once it is removed', async () => {
    const secret = `AKIA${'AB3D'.repeat(4)}`;
    flow(
      "  - {name: a, ask: Hello}\n  - {name: g, gate: '{{ steps.a.output }}'}\n",
      "outputs: {a: '{{ steps.a.output }}'}\n",
    );
    const model = bench.model([{ answer: `The key is ${secret}.` }]);
    const words = ['run flow.yaml --model', model].join(' ');
    const { document } = await workflow(words);
    const { run, steps } = document;
    const printed = [
      JSON.stringify(document),
      (await say('status')).out,
      (await say('export latest')).out,
      (await say('export latest --format markdown')).out,
    ];
    expect(printed.filter((text) => text.includes(secret))).toEqual([]);
    await bench.run(['execution', 'redact', steps[0]?.executions[0] ?? '', '--yes']);
    const after = await bench.json<{ tries: { result: string }[] }>(`workflow export ${run.id}`);
    expect(after.document.tries[0]?.result).toContain('[redacted');
  });
});

describe('a workflow of the library', () => {
  it('of a project hides the global one there', async () => {
    flow('  - {name: a, template: global}\n', "outputs: {a: '{{ steps.a.output }}'}\n");
    await say('create flow.yaml --global');
    await bench.run('project create shop --root .'.split(' '));
    expect((await workflow('run flow')).document.outputs).toEqual({ a: 'global' });
    flow('  - {name: a, template: own}\n', "outputs: {a: '{{ steps.a.output }}'}\n");
    await say('create flow.yaml --note Ours');
    expect((await workflow('run flow')).document.outputs).toEqual({ a: 'own' });
    expect((await say('show flow')).out).toMatch(/Project +shop/);
    const missing = await say('show flaw');
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('Did you mean flow?')]);
    expect((await say('show flow@9')).code).toBe(3);
  });

  it('that is not right is told with all its faults, and not kept', async () => {
    flow(
      "  - {name: a, aks: Hello}\n  - {name: b, ask: '{{ steps.c.output }}'}\n  - {name: p, prompt: nowhere}\n",
    );
    const { code, out } = await say('validate flow.yaml');
    expect(code).toBe(1);
    for (const text of ['flow.yaml:3:', 'did you mean "ask"', 'There is no step "c"', 'no prompt "nowhere"'])
      expect(out).toContain(text);
    expect((await say('create flow.yaml')).code).toBe(1);
    expect((await say('list')).out).toContain('No workflows yet.');
  });

  it('is drawn for terminals of all kinds, and as Mermaid', async () => {
    flow(PLAN, MORE);
    expect((await say('graph flow.yaml')).out).toContain('┌ plan');
    const plain = await bench.run(['workflow', 'graph', 'flow.yaml'], { env: { LC_ALL: 'C' } });
    expect(plain.out).toContain('+ plan');
    expect((await say('graph flow.yaml --ascii')).out).toBe(plain.out);
    expect((await say('graph flow.yaml --mermaid')).out).toMatch(/^flowchart TD\n/);
  });
});
