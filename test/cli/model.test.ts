import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunOptions, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

const model = (words: readonly string[], options: RunOptions = {}) => bench.run(['model', ...words], options);
const KEY = `sk-proj-${'a1B2'.repeat(12)}`;
/** A path without any agent's program on it. */
const bare = (env: Record<string, string> = {}): RunOptions => ({ env: { PATH: bench.work, ...env } });

function models(yaml: string): void {
  const folder = join(bench.folder, '.config', 'prompt-runner');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'models.yaml'), yaml);
}

describe('model list', () => {
  it('tells providers, where their keys are, and agents with their programs', async () => {
    writeFileSync(join(bench.work, '.env'), `ANTHROPIC_API_KEY=${KEY}\n`);
    writeFileSync(join(bench.work, 'claude'), '#!/bin/sh\n');
    chmodSync(join(bench.work, 'claude'), 0o755);
    const { code, out } = await model(['list'], bare({ OPENAI_API_KEY: KEY }));
    expect(code).toBe(0);
    expect(out).toMatch(/^openai +key in environment: OPENAI_API_KEY/m);
    expect(out).toMatch(/^anthropic +key in \.env: ANTHROPIC_API_KEY/m);
    expect(out).toMatch(/^google +needs GOOGLE_GENERATIVE_AI_API_KEY/m);
    expect(out).toMatch(/^fake +needs no key/m);
    expect(out).toContain(join(bench.work, 'claude'));
    expect(out).toMatch(/^codex +not installed/m);
    expect(out).toContain('Default: none');
    expect(out).not.toContain(KEY);
  });

  it('fits 80 columns on a terminal', async () => {
    await model(['alias', 'default', 'fake']);
    const { out } = await model(['list', '--provider', 'anthropic'], { ...bare(), terminal: true });
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('has the models of a provider, or of all, with their prices', async () => {
    models('prices: { "fake:paid": { input: 1, output: 2.5 } }\n');
    const one = await model(['list', '--provider', 'fake']);
    expect(one.out).toMatch(/^fake:paid +\$1\.00 +\$2\.50 +models\.yaml$/m);
    expect(one.out).not.toContain('anthropic:claude');
    expect((await model(['list', '--all'])).out).toMatch(/^anthropic:claude-haiku-4-5 /m);
    const wrong = await model(['list', '--provider', 'opneai']);
    expect([wrong.code, wrong.err.includes('Did you mean openai?')]).toEqual([3, true]);
  });

  it('tells the default and what says so', async () => {
    await model(['alias', 'default', 'fake']);
    expect((await model(['list'])).out).toContain('Default: fake (alias default)');
    const { out } = await model(['list'], bare({ PROMPT_RUNNER_MODEL: 'openai:x' }));
    expect(out).toContain('Default: openai:x ($PROMPT_RUNNER_MODEL)');
  });
});

describe('model show', () => {
  it('tells key, price and abilities, and never the key', async () => {
    const { out, err } = await model(['show', 'openai:gpt-5-mini'], bare({ OPENAI_API_KEY: KEY }));
    expect(out).toMatch(/^key +key in environment: OPENAI_API_KEY$/m);
    expect(out).toMatch(/^price +\$0\.25 in/m);
    expect(out).toMatch(/^takes +text, pictures/m);
    expect(out + err).not.toContain(KEY);
  });

  it('works without the key, and says that it is missing', async () => {
    const { code, out, err } = await model(['show', 'anthropic:claude-haiku-4-5'], bare());
    expect(code).toBe(0);
    expect(err).toContain("needs a key of Anthropic's");
    expect(out).toMatch(/^takes +not known before there is a key$/m);
  });

  it('takes an alias, and knows agents', async () => {
    writeFileSync(join(bench.work, 'script.yaml'), 'rules: [{ answer: OK }]\n');
    await model(['alias', 'quick', 'fake:script.yaml']);
    const shown = (await model(['show', 'quick', '--json'])).json<{ model: string; aliases: string[] }>();
    expect(shown).toMatchObject({ asked: 'quick', model: 'fake:script.yaml', aliases: ['quick'] });
    expect((await model(['show', 'claude'], bare())).out).toMatch(/^program +claude is not on the path$/m);
    expect((await model(['show', 'nobody:x'])).code).toBe(3);
  });
});

describe('model test', () => {
  it('asks, says what came, and puts it on record', async () => {
    writeFileSync(
      join(bench.work, 'script.yaml'),
      'rules: [{ answer: OK, usage: { input: 20, output: 1 } }]\n',
    );
    const { code, out, err } = await model(['test', 'fake:script.yaml']);
    expect([code, out]).toEqual([0, 'It answers: OK\n']);
    expect(err).toMatch(
      /^fake:script\.yaml · 20 in, 1 out · \$0\.00 · \d+ ms · first token \d+ ms · x\w+\n$/,
    );
    await model(['test', 'fake:script.yaml']);
    const { executions } = (await bench.run(['execution', 'list', '--json'])).json<{
      executions: { answered_by: string | null }[];
    }>();
    expect(executions.map(({ answered_by }) => answered_by)).toEqual([null, null]);
  });

  it('fails with the reason and what to do', async () => {
    writeFileSync(join(bench.work, 'script.yaml'), 'rules: [{ fault: auth, status: 401 }]\n');
    const refused = await model(['test', 'fake:script.yaml']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('(401)');
    const missing = await model(['test', 'openai:gpt-5-mini'], bare());
    expect(missing.code).toBe(1);
    expect(missing.err).toContain('OPENAI_API_KEY');
  });
});

describe('model alias', () => {
  it('is set, changed, listed and deleted, on record in the audit log', async () => {
    expect((await model(['alias'])).out).toContain('No aliases yet.');
    expect((await model(['alias', 'quick', 'fake'])).out).toContain('quick means fake.');
    expect((await model(['alias', 'quick', 'fake'])).out).toContain('quick means fake already.');
    writeFileSync(join(bench.work, 's.yaml'), 'rules: [{ answer: OK }]\n');
    expect((await model(['alias', 'quick', 'fake:s.yaml'])).out).toContain(
      'quick means fake:s.yaml; it meant fake.',
    );
    await model(['alias', 'quicker', 'quick']);
    expect((await model(['alias'])).out).toMatch(/quick +fake:s\.yaml +all\nquicker +fake:s\.yaml +all\n$/);
    expect((await model(['alias', 'quick', '--delete'])).out).toContain('The alias quick is gone');
    expect((await model(['alias', 'quick', '--delete'])).code).toBe(3);
    const audit = (await bench.run(['audit', 'list', '--json'])).json<{ entries: { action: string }[] }>();
    expect(audit.entries.map(({ action }) => action)).toEqual([
      'alias.removed',
      'alias.set',
      'alias.set',
      'alias.set',
    ]);
    expect((await bench.run(['audit', 'verify'])).code).toBe(0);
  });

  it('is what run takes, and default when nothing is named', async () => {
    await model(['alias', 'quick', 'fake']);
    await model(['alias', 'default', 'quick']);
    expect((await bench.run(['run', 'Hello you', '-m', 'quick'])).out).toBe('Hello you\n');
    expect((await bench.run(['run', 'Hello again'])).out).toBe('Hello again\n');
  });

  it('of a project goes before the one for all', async () => {
    await bench.run(['project', 'create', 'shop', '--root', bench.work]);
    writeFileSync(join(bench.work, 's.yaml'), 'rules: [{ answer: OK }]\n');
    await model(['alias', 'quick', 'fake']);
    await model(['alias', 'quick', 'fake:s.yaml', '--project', 'shop']);
    expect((await bench.run(['run', 'Hello you', '-m', 'quick'])).out).toBe('OK\n');
    expect((await model(['alias', 'quick', '--delete', '--project', 'shop'])).code).toBe(0);
    expect((await bench.run(['run', 'Hello you', '-m', 'quick'])).out).toBe('Hello you\n');
    const wrong = await model(['alias', 'quick', '--delete', '--project', 'shop']);
    expect(wrong.err.replace(/\s+/g, ' ')).toContain('There is one for all projects: leave out --project.');
  });

  it('has no name of a provider, and means no model that cannot be', async () => {
    expect((await model(['alias', 'claude', 'fake'])).err).toContain('"claude" is the name of Claude Code.');
    expect((await model(['alias', 'quick', 'nobody:x'])).code).toBe(3);
    expect((await model(['alias', 'Quick', 'fake'])).code).toBe(2);
    expect((await model(['alias', 'quick'])).code).toBe(3);
    expect((await model(['alias', '--delete'])).code).toBe(2);
    expect((await model(['alias', 'ready', 'openai:gpt-5-mini'], bare())).code).toBe(0);
  });
});

describe('model prices', () => {
  it('are found by parts of a name, a person’s own first', async () => {
    models('prices: { "anthropic:claude-haiku-4-5": { input: 0.5, output: 1 } }\n');
    const { out } = await model(['prices', 'anthropic:*HAIKU-4']);
    expect(out).toMatch(/^anthropic:claude-haiku-4-5 +\$0\.50 +\$1\.00 +models\.yaml$/m);
    expect(out.match(/claude-haiku-4-5 /g)).toHaveLength(1);
    const all = (await model(['prices', '--json'])).json<{ models: unknown[]; total: number }>();
    expect(all.models.length).toBe(all.total);
    expect((await model(['prices', 'no-such-model'])).out).toContain('none is of a model that is called so');
  });
});
