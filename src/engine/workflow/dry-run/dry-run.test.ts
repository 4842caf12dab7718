import { describe, expect, it } from 'vitest';
import { someTime } from '../../../../test/fixtures/sessions.js';
import { workflowIn } from '../../../../test/fixtures/workflow-run.js';
import { sleep } from '../../../base/sleep.js';
import type { Json } from '../../../models/spec/model-request.js';
import type { WorkflowProgram } from '../run/walking.js';
import { dryRun } from './dry-run.js';
import { stubPaths, stubTemplate } from './stub-template.js';
import { Stubs } from './stubs.js';

const REVIEW = `
name: review
inputs: {files: {type: array}}
steps:
  - name: each
    for_each: "{{ inputs.files }}"
    steps:
      - {name: text, read: "{{ item }}"}
      - name: score
        ask: "Score {{ steps.text.output }}"
        schema: {type: object, properties: {score: {type: integer, minimum: 1}}, required: [score]}
  - name: summary
    ask: "{{ steps.each.output | map(attribute='score') | join(', ') }}"
  - name: approve
    gate: "{{ steps.summary.output }}"
    on_reject: {redo: summary}
  - {name: save, write: out.md, text: "{{ steps.approve.output }}"}
  - {name: lint, run: [npm, run, lint]}
  - name: deep
    if: "{{ steps.lint.output.exit_code == 0 }}"
    then: [{name: sub, workflow: other}]
outputs: {text: "{{ steps.approve.output }}", said: "{{ steps.deep.output }}"}
`;

async function program(text = REVIEW): Promise<WorkflowProgram> {
  const other = await workflowIn(
    'name: other\nsteps: [{name: say, ask: Hi}]\noutputs: {a: "{{ steps.say.output }}"}',
  );
  return { workflow: await workflowIn(text), subworkflow: () => other };
}

const FULL: Record<string, Json> = {
  'each.score': [{ score: 3 }, { score: 5 }],
  summary: 'Good.',
  lint: 'fine\n',
  'deep.then.sub.say': 'Hello.',
};

async function tried(stubs: Record<string, Json>, { files = ['a.ts', 'b.ts'] } = {}) {
  const harmless = {
    render: async () => 'rendered',
    read: async (path: string) => `the text of ${path}`,
  };
  const ports = { clock: { now: () => someTime }, harmless, sleep };
  const watch = { signal: new AbortController().signal };
  return dryRun(ports, await program(), { files }, new Stubs(new Map(Object.entries(stubs))), watch);
}

describe('a dry run', () => {
  it('goes through all steps with the stubs, one for each entry', async () => {
    const { outputs, steps } = await tried(FULL);
    expect(outputs).toEqual({ text: 'Good.', said: { a: 'Hello.' } });
    expect(steps.find(({ key }) => key === 'each[2].score')?.result).toEqual({ score: 5 });
    expect(steps.find(({ key }) => key === 'each[1].text')?.result).toBe('the text of a.ts');
  });

  it('takes one value for all entries', async () => {
    const { steps } = await tried({ ...FULL, 'each.score': { score: 4 }, 'each.text': 'same' });
    expect(steps.filter(({ key }) => key.endsWith('score')).map(({ result }) => result)).toEqual([
      { score: 4 },
      { score: 4 },
    ]);
  });

  it.each([
    ['is missing', { summary: undefined }, 'STUB_MISSING'],
    ['has too few entries', { 'each.score': [{ score: 3 }] }, 'STUB_MISSING'],
    ['does not fit the schema', { 'each.score': { score: 'high' } }, 'STUB_MISFIT'],
    ['is no text', { summary: 3 }, 'STUB_MISFIT'],
    ['is no outcome of a command', { lint: 3 }, 'STUB_MISFIT'],
    ['decides nothing', { approve: 'maybe' }, 'STUB_MISFIT'],
  ])('says when a stub %s', async (_what, change, code) => {
    const stubs = Object.entries({ ...FULL, ...change }).filter(([, value]) => value !== undefined);
    await expect(tried(Object.fromEntries(stubs))).rejects.toMatchObject({ code });
  });

  it('decides at gates as the stubs say: one time after the other', async () => {
    const { steps, outputs } = await tried({
      ...FULL,
      approve: { reject: ['longer', 'shorter'], edit: 'Better.' },
    });
    const decisions = steps.flatMap(({ key, gate }) => (key === 'approve' ? [gate?.decision] : []));
    expect(decisions).toMatchObject([
      { is: 'rejected', comment: 'longer' },
      { is: 'rejected', comment: 'shorter' },
      { is: 'edited' },
    ]);
    expect(outputs).toMatchObject({ text: 'Better.' });
  });
});

describe('stubs', () => {
  it('may stand for what asks, runs, reads or waits', async () => {
    expect(stubPaths(await program())).toEqual([
      'each.text',
      'each.score',
      'summary',
      'approve',
      'lint',
      'deep.then.sub.say',
    ]);
  });

  it('to begin with are one for each step that needs one, and the run goes through with them', async () => {
    const stubs = stubTemplate(await program());
    expect(stubs).toEqual({
      'each.score': { score: 1 },
      summary: 'The answer of summary.',
      lint: { stdout: 'What lint prints.\n', stderr: '', exit_code: 0 },
      'deep.then.sub.say': 'The answer of deep.then.sub.say.',
    });
    expect((await tried({ ...stubs })).outputs).toMatchObject({ text: 'The answer of summary.' });
  });

  it('for no step are refused, with the nearest name', async () => {
    const stubs = new Stubs(new Map([['sumary', 'Good.']]));
    const paths = stubPaths(await program());
    expect(() => stubs.requireKnown(paths)).toThrow('no step is called so');
    expect(() => stubs.requireKnown([...paths, 'sumary'])).not.toThrow();
  });
});
