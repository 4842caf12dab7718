import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { example, Workbench } from './harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
  bench.time = new Date('2026-03-02T09:00:00Z');
});
afterEach(() => bench.dispose());

/** Sessions come through models that do not ask anybody: some seconds for all of them. */
const MANY_MS = 240_000;
const SESSIONS = 60;
const DAY_MS = 86_400_000;

const run = (...words: readonly string[]) => bench.run(words);
const done = async (...words: readonly string[]) => {
  const result = await run(...words);
  expect(result).toMatchObject({ code: 0 });
  return result;
};
const file = (name: string, content: string) => {
  const path = join(bench.work, name);
  writeFileSync(path, content);
  return path;
};
const later = (days: number) => {
  bench.time = new Date((bench.time?.getTime() ?? 0) + days * DAY_MS);
};
const template = (kind: string, name: string, role: string) => {
  const text = `{% extends "builtin/${kind}" %}\n{% block role %}${role}{% endblock %}\n`;
  const words = ['--file', file(`${kind}.md`, text), '--alternative', '--global'];
  return done('orchestrate', 'template', 'add', kind, name, ...words);
};

/** A model that plans every other feature; one that is told to think twice plans all of them. */
function model(): string {
  const rules = [
    ['contains: "# Plan a feature", matches: "Think twice"', example('planning-answer.md')],
    [
      'contains: "# Plan a feature", matches: "Add feature [0-9]*[13579]\\\\b"',
      example('planning-answer.md'),
    ],
    ['contains: "# Analyse the codebase"', example('analysis.md')],
    ['contains: "# Implement a feature"', example('report.md')],
  ].map(([when, path]) => `  - when: {${when}}\n    file: ${path}\n    usage: {input: 1000, output: 500}\n`);
  return `fake:${file('script.yaml', `rules:\n${rules.join('')}  - answer: "I would rather not."\n`)}`;
}

const session = (number: number) =>
  run('orchestrate', 'run', `Add feature ${number}`, '--approve', 'none', '--json');

describe('an experiment with a strategy', () => {
  it(
    'goes through real sessions to the promotion of all that won',
    async () => {
      await template('orchestrator', 'team/plan', 'Think twice.');
      await template('implementation', 'team/code', 'Test twice.');
      const who = model();
      const strategy = file(
        'thorough.yaml',
        `templates: {orchestrator: team/plan, implementation: team/code}\nmodels: {planning: "${who}"}\n`,
      );
      await done(
        ...['experiment', 'create', 'steps', '--unit', 'session', '--variant', `usual,model=${who}`],
        ...['--variant', `thorough=strategy:${strategy},model=${who}`],
        ...['--metric', 'completed', '--metric', 'exact', '--metric', 'rework', '--matters', 'completed=0.1'],
      );
      await done('experiment', 'start', 'steps');
      for (let number = 1; number <= SESSIONS; number++) await session(number);

      const standing = async () => (await done('experiment', 'status', 'steps', '--json')).json<Standing>();
      const { online } = await standing();
      const [usual, thorough] = online.variants;
      expect((usual?.sessions ?? 0) + (thorough?.sessions ?? 0)).toBe(SESSIONS);
      expect(thorough).toMatchObject({ open: 0, counted: thorough?.sessions });
      expect(usual?.open).toBeGreaterThan(0);

      await done('experiment', 'stop', 'steps', '--yes');
      const early = await run('experiment', 'promote', 'steps');
      expect([early.code, early.err]).toEqual([4, expect.stringContaining('are still open')]);

      later(15);
      expect((await standing()).online.variants).toMatchObject([{ open: 0 }, { open: 0 }]);
      const analysis = (await done('experiment', 'analyze', 'steps', '--json')).json<Analysis>();
      expect(analysis.answer).toEqual([
        expect.stringMatching(/^thorough is better than usual: completed is /),
      ]);
      const [completed, exact] = analysis.metrics;
      expect(completed?.figures).toMatchObject([
        { variant: 'usual', rows: usual?.sessions, mean: (usual?.counted ?? 0) / (usual?.sessions ?? 1) },
        { variant: 'thorough', rows: thorough?.sessions, mean: 1 },
      ]);
      expect(exact?.figures[1]).toMatchObject({ mean: 1 });

      const promoted = (await done('experiment', 'promote', 'steps', '--json')).json<Promotion>();
      expect(promoted).toMatchObject({
        variant: 'thorough',
        label: 'production',
        moved: [
          { prompt: 'team/plan@1', from: null, to: 1, changed: true },
          { prompt: 'team/code@1', from: null, to: 1, changed: true },
        ],
      });
      for (const prompt of ['team/plan', 'team/code']) {
        const { out } = await done('prompt', 'label', prompt, '--history');
        expect(out.replaceAll(/\s+/g, ' ')).toContain('thorough is better than usual');
      }
      expect((await done('experiment', 'show', 'steps')).out).toContain('production is thorough');
    },
    MANY_MS,
  );
});

interface Standing {
  readonly online: {
    readonly variants: readonly {
      readonly sessions: number;
      readonly counted: number;
      readonly open: number;
    }[];
  };
}

interface Analysis {
  readonly answer: readonly string[];
  readonly metrics: readonly {
    readonly figures: readonly { readonly variant: string; readonly rows: number; readonly mean: number }[];
  }[];
}

interface Promotion {
  readonly variant: string;
  readonly moved: readonly object[];
}
