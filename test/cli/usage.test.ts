import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);

describe('wrong usage', () => {
  it.each([
    ['orchestrat plan x', 'Did you mean "orchestrate"?'],
    ['plan x', 'Did you mean "prompt-runner orchestrate plan" or "prompt-runner experiment plan"?'],
    ['paln x', 'Did you mean "prompt-runner orchestrate plan" or "prompt-runner experiment plan"?'],
    ['plan x --type bugfix', 'prompt-runner orchestrate plan x --type bugfix'],
    ['plan e1 --matters 0.1', 'prompt-runner experiment plan e1 --matters 0.1'],
    ['implement x --part 2', 'prompt-runner orchestrate implement x --part 2'],
    ['use x', 'Did you mean "prompt-runner orchestrate use" or "prompt-runner project use"?'],
    ['nonsense x', 'There are: orchestrate, project'],
    ['--db x.db orchestrate status s0 --json', 'prompt-runner orchestrate status s0 --json --db x.db'],
    ['--json --quiet', 'Options come after the command'],
    ['orchestrate implment', 'Did you mean "implement"?'],
    ['orchestrate plan x --cpoy', 'Did you mean --copy?'],
    ['orchestrate plan one two', 'If that belongs to REQUEST, put quotes around all of it.'],
    ['orchestrate use one two', 'It takes SESSION, and then options only.'],
    ['agent list one', 'It takes options only.'],
    ['db downgrade 99', 'There is no schema 99'],
    ['prompt tag x --add !', 'Next: prompt-runner prompt tag --help'],
    ['orchestrate list-sessions --status analyis', 'Did you mean analysis?'],
    ['orchestrate list-sessions --limit many', 'takes a whole number from 1, not "many"'],
    ['orchestrate list-sessions -n 0', 'takes a whole number from 1, not "0"'],
    ['orchestrate plan x --type Bug', 'A feature type has at most 40 small letters'],
    ['orchestrate list-sessions --since whenever', 'takes a date'],
    ['orchestrate list-sessions --limit', 'needs a value'],
    ['orchestrate plan --file --json', 'looks like an option'],
    ['orchestrate use', 'needs SESSION'],
    ['orchestrate plan x --json=1', 'takes no value'],
    ['orchestrate --json', 'needs a command'],
    ['orchestrate --project shop status s0', 'prompt-runner orchestrate status s0 --project shop'],
    ['orchestrate lst-sessions --limit 3', 'prompt-runner orchestrate list-sessions --limit 3'],
    ['orchestrate frobnicate', 'There are: plan, continue'],
    ['orchestrate plan -x', 'goes last, after -- by itself'],
    ['orchestrate status a --session b', 'Two sessions are named'],
  ])('%s says what is wrong and exits 2', async (line, says) => {
    const result = await run(line);
    expect(result.code).toBe(2);
    expect(result.err + result.out).toContain(says);
  });

  it('is one JSON document with --json', async () => {
    const result = await run('orchestrate status --jsn --json');
    expect(result.code).toBe(2);
    expect(result.json()).toMatchObject({
      error: { code: 'USAGE', next: 'prompt-runner orchestrate status --help' },
    });
    expect(result.err).toBe('');
  });
});

describe('what is not there', () => {
  it.each([
    ['orchestrate status', 'No session is in use here'],
    ['orchestrate show s0000000', 'There is no session'],
    ['orchestrate plan --file nothing.md', 'nothing.md'],
    ['project show shop', 'No project is called "shop"'],
    ['orchestrate plan x --project shop', 'No project is called "shop"'],
  ])('%s exits 3', async (line, says) => {
    const result = await run(line);
    expect(result.code).toBe(3);
    expect(result.err).toContain(says);
  });

  it('is answered with the nearest that is', async () => {
    await run('project create shop');
    const result = await run('project show shpo');
    expect(result.err).toContain('Did you mean "shop"?');
  });

  it('is answered with the session that is titled most like it', async () => {
    const { session } = (await bench.run(['orchestrate', 'plan', 'Add a login page', '--json'])).json<{
      session: { id: string };
    }>();
    const result = await bench.run(['orchestrate', 'status', 'Add a logn page']);
    expect(result.err).toContain(`Did you mean ${session.id} ("Add a login page")?`);
    const piece = await bench.run(['orchestrate', 'status', 'login']);
    expect(piece.err).toContain(`Did you mean ${session.id}`);
  });

  it('is answered with an attempt that is named nearly so', async () => {
    await run('orchestrate plan Something');
    const { attempts } = (await run('orchestrate show --json')).json<{
      attempts: readonly { id: string }[];
    }>();
    const [first] = attempts;
    const result = await run(`orchestrate show --attempt ${first?.id}x`);
    expect(result.err).toContain(`Did you mean ${first?.id}?`);
  });
});

describe('what fits several', () => {
  it('names two of the projects', async () => {
    await run('project create shop');
    await run('project create bank --no-root');
    const result = await run('project show p');
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/for instance p\w{12} \("\w+"\) and p\w{12} \("\w+"\)/);
  });

  it('names two of the attempts', async () => {
    await run('orchestrate plan Something');
    await run('orchestrate process', { stdin: 'Nothing of what was asked.' });
    const result = await run('orchestrate show --attempt a');
    expect(result.code).toBe(2);
    expect(result.err).toMatch(/for instance a\w{12} and a\w{12}/);
  });
});

describe('feature requests', () => {
  it.each([
    ['empty', ' \n', 'is empty'],
    ['binary', 'a\0b', 'NUL'],
    ['not UTF-8', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'not valid UTF-8'],
    ['too large', 'x'.repeat(300_000), 'limit'],
  ])('that are %s are refused with the reason', async (_, stdin, says) => {
    const result = await run('orchestrate plan', { stdin });
    expect(result.code).toBe(1);
    expect(result.err).toContain(says);
    expect((await run('orchestrate list-sessions --json')).json()).toMatchObject({ total: 0 });
  });

  it('may be larger where the configuration says so', async () => {
    const env = { PROMPT_RUNNER_REQUEST_MAX_BYTES: '400000' };
    expect((await run('orchestrate plan', { stdin: 'x'.repeat(300_000), env })).code).toBe(0);
  });
});

describe('prompts', () => {
  it('say their size, and warn when they are larger than the configuration likes', async () => {
    const env = { PROMPT_RUNNER_PROMPT_WARN_TOKENS: '100' };
    const result = await run('orchestration plan Something', { env });
    expect(result.err).toMatch(/Warning: The prompt has about [\d,]+ tokens; prompt\.warn_tokens is 100\./);
    expect((await run('orchestrate plan Something --json')).json()).toMatchObject({
      prompt: { step: 'plan', template: 'builtin/orchestrator', warnings: [] },
    });
  });

  it('overwrite no file unless told', async () => {
    await run('orchestrate plan Something --out plan.md');
    const refused = await run('orchestrate plan Something --out plan.md');
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('--yes');
    expect((await run('orchestrate list-sessions --json')).json()).toMatchObject({ total: 1 });
    expect((await run('orchestrate plan Something --out plan.md --yes')).code).toBe(0);
  });
});

describe('sessions', () => {
  it('are found by a unique beginning, by title, and in use where they were begun', async () => {
    const { session } = (await bench.run(['orchestrate', 'plan', 'Add a login page', '--json'])).json<{
      session: { id: string };
    }>();
    for (const reference of [
      session.id,
      session.id.slice(0, 6),
      session.id.toUpperCase(),
      'Add a login page',
    ]) {
      const found = (await bench.run(['orchestrate', 'status', reference, '--json'])).json<{
        session: { id: string };
      }>();
      expect(found.session.id).toBe(session.id);
    }
    const elsewhere = await bench.run(['orchestrate', 'status'], { cwd: bench.folder });
    expect(elsewhere.code).toBe(3);
    const byVariable = await bench.run(['orchestrate', 'status'], {
      cwd: bench.folder,
      env: { PROMPT_RUNNER_SESSION: session.id },
    });
    expect(byVariable.code).toBe(0);
  });

  it('are listed by status, filtered and counted', async () => {
    await run('orchestrate plan First --type api');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    await run('orchestrate plan Second');
    const all = await run('orchestrate list-sessions');
    expect(all.out).toMatch(/analysis \(1\)[\s\S]*First[\s\S]*planning \(1\)[\s\S]*Second/);
    const filtered = (
      await run('orchestrate list-sessions --json --status planning --since 1h --sort title --limit 5')
    ).json();
    expect(filtered).toMatchObject({
      sessions: [{ title: 'Second' }],
      counts: { planning: 1, analysis: 0 },
      total: 1,
    });
    expect((await run('orchestrate list-sessions --json --type api')).json()).toMatchObject({ total: 1 });
    const limited = await run('orchestrate list-sessions --limit 1');
    expect(limited.out).toContain('1 of 2 sessions');
  });

  it('belong to the project whose root the folder is in', async () => {
    await run('project create shop');
    await run('orchestrate plan Something');
    const shown = (await run('project show --json')).json();
    expect(shown).toMatchObject({ project: { name: 'shop' }, sessions: [{ title: 'Something' }], total: 1 });
    expect((await run('orchestrate list-sessions --project shop --json')).json()).toMatchObject({ total: 1 });
  });

  it('show their texts, one alone, or all as JSON', async () => {
    await run('orchestrate plan First');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const page = await run('orchestrate show');
    expect(page.out).toContain('ANALYSIS_TEMPLATE');
    expect(page.out).toMatch(/… \d+ more lines \(--full\)/);
    expect((await run('orchestrate show --part notes')).out).toMatch(/^Feature: Password reset by mail/);
    expect((await run('orchestrate show --part analysis')).code).toBe(3);
    const document = (await run('orchestrate show --json')).json<{
      attempts: { step: string; outcome: string }[];
    }>();
    expect(document.attempts.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'plan issued',
      'process accepted',
      'analyze issued',
    ]);
  });
});

describe('credentials in an answer', () => {
  it('are flagged, kept in the raw answer, and redacted everywhere else', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    await run('orchestrate plan First');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const saved = await run('orchestrate save-analysis --json', {
      stdin: `1. Architecture Overview\n\nThe token is ${secret}.\n`,
    });
    expect(saved.json()).toMatchObject({ secrets: [{ kind: 'GitHub token' }] });
    for (const line of [
      'orchestrate implement',
      'orchestrate show --json',
      'orchestrate show --part analysis',
    ]) {
      const result = await run(line);
      expect(result.out).not.toContain(secret);
      expect(result.out).toContain('[redacted: GitHub token]');
    }
  });
});

describe('what came from data', () => {
  it('never reaches the terminal as a control sequence', async () => {
    const hostile = 'Add \u001b]0;owned\u0007 a \u001b[2J login \u202egepag\u202c';
    await bench.run(['orchestrate', 'plan', hostile], { terminal: true });
    for (const line of [
      'orchestrate list-sessions',
      'orchestrate show',
      'orchestrate status',
      'orchestrate analyze',
    ]) {
      const { out, err } = await run(line, { terminal: true });
      expect(out + err).not.toMatch(/[\u001b\u0007\u202e]/);
    }
  });
});
