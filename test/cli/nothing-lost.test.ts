import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, exampleText, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const run = (line: string, options = {}) => bench.run(line.split(' '), options);
/** Without programs, a clipboard cannot be reached. */
const noPrograms = { env: { PATH: '' } };

describe('what was pasted', () => {
  it('can be printed again, as it came, and so can a prompt as it was given', async () => {
    const plan = await run('orchestrate plan Something');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const { attempts } = (await run('orchestrate show --json')).json<{
      attempts: { id: string; step: string }[];
    }>();
    const idOf = (step: string) => attempts.find((attempt) => attempt.step === step)?.id;
    const answer = await run(`orchestrate show --attempt ${idOf('process')}`);
    expect(answer.out).toBe(exampleText('planning-answer.md'));
    expect((await run(`orchestrate show --attempt ${idOf('plan')}`)).out).toBe(plan.out);
    expect((await run('orchestrate show --attempt azzz')).code).toBe(3);
  });

  it('is kept when the next prompt cannot be delivered, which is printed instead', async () => {
    await run('orchestrate plan Something --out plan.md');
    const text = exampleText('planning-answer.md');
    const result = await bench.run(['orchestrate', 'continue', '--out', 'plan.md'], { stdin: text });
    expect(result.code).toBe(5);
    expect(result.err).toContain('exists already');
    expect(result.out).toContain('# Analyse the codebase');
    expect(result.err).toContain('next step save-analysis');
    expect(readFileSync(join(bench.work, 'plan.md'), 'utf8')).toContain('# Plan a feature');
  });

  it('is kept without a clipboard, too', async () => {
    const result = await run('orchestrate plan Something --copy', noPrograms);
    expect(result.code).toBe(5);
    expect(result.err).toContain('clipboard');
    expect(result.out).toContain('# Plan a feature');
    expect(result.err).toContain('Next: prompt-runner orchestrate process');
  });

  it('is kept where nothing is due', async () => {
    await run('orchestrate plan Something');
    await run('orchestrate cancel');
    const refused = await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    expect(refused.code).toBe(4);
    expect(refused.err).not.toContain('taking');
    await run('orchestrate undo');
    const { attempts } = (await run('orchestrate show --json')).json<{
      attempts: { outcome: string; size: number }[];
    }>();
    expect(attempts.at(-1)).toMatchObject({
      outcome: 'rejected',
      size: exampleText('planning-answer.md').length,
    });
  });
});

describe('a planning answer', () => {
  it('with none of the sections is refused and kept', async () => {
    await run('orchestrate plan Something');
    const refused = await bench.run(['orchestrate', 'process'], {
      stdin: "I'm sorry, but I can't help with that.",
    });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('None of the sections');
    expect(refused.err).toMatch(/retry s\w+ --attempt a\w+ --force/);
  });

  it('that breaks off is asked for whole: what was cut off as well as what is missing', async () => {
    await run('orchestrate plan Something');
    const text = exampleText('planning-answer.md');
    const cut = text.slice(0, text.indexOf('## Phases') + 40);
    const first = await bench.run(['orchestrate', 'process'], { stdin: cut });
    expect(first.code).toBe(5);
    expect(first.out).toMatch(/- IMPLEMENTATION_TEMPLATE\n- EXECUTION_NOTES\n/);
    const rest = text.slice(text.indexOf('### 2.'));
    const joined = await bench.run(['orchestrate', 'process', '--append', '--json'], { stdin: rest });
    expect(joined.code).toBe(0);
    const { sections } = joined.json<{ sections: Record<string, { text: string; truncated: boolean }> }>();
    expect(sections.implementation).toMatchObject({ truncated: false });
    expect(sections.implementation?.text).toContain('5. Key Features Integrated');
  });

  it('that is complete takes no reply', async () => {
    await run('orchestrate plan Something');
    await run(`orchestrate process --file ${example('planning-answer.md')}`);
    const refused = await bench.run(['orchestrate', 'process', '--append'], { stdin: 'More.' });
    expect(refused.code).toBe(4);
    expect(refused.err).toContain('no incomplete answer');
    expect(refused.err).toMatch(
      /kept as attempt (a\w{12})\.[\s\S]*Next: prompt-runner orchestrate retry s\w{12} --attempt \1$/m,
    );
  });
});

describe('an answer that is no text', () => {
  it('is refused and kept', async () => {
    await run('orchestrate plan Something');
    await run(`orchestrate continue --file ${example('planning-answer.md')}`);
    const bytes = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
    const refused = await bench.run(['orchestrate', 'save-analysis'], { stdin: bytes });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('not text');
  });
});

describe('a credential in a request', () => {
  it('is warned of, and shown nowhere', async () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const plan = await bench.run(['orchestrate', 'plan', `Use ${secret} for the deployment`]);
    expect(plan.err).toContain('credential (GitHub token)');
    for (const line of ['list-sessions', 'status', 'show --json', 'board', 'history --json']) {
      const { out, err } = await run(`orchestrate ${line}`);
      expect(out + err + plan.out + plan.err).not.toContain(secret);
    }
  });
});
