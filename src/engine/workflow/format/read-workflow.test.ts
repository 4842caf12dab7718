import { describe, expect, it } from 'vitest';
import {
  badBeyondSchemas,
  badWorkflows,
  fullWorkflow,
  goodWorkflows,
} from '../../../../test/fixtures/workflow-files.js';
import { readWorkflow } from './read-workflow.js';

async function faultsIn(text: string): Promise<string[]> {
  const { faults } = await readWorkflow(text, 'x.yaml');
  return faults.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('the form of a workflow', () => {
  it.each(goodWorkflows)('is right: %s', async (text) => {
    expect(await faultsIn(text)).toEqual([]);
  });

  it.each([...badWorkflows, ...badBeyondSchemas])('is wrong: %s', async (text, ...faults) => {
    expect(await faultsIn(text)).toEqual(faults.map((part) => expect.stringContaining(part)));
  });

  it('is read with the defaults filled in', async () => {
    const { workflow } = await readWorkflow(
      'name: a\nsteps: [{name: b, for_each: [1], steps: [{name: c, ask: d}]}]',
      'x',
    );
    expect(workflow).toMatchObject({
      name: 'a',
      description: null,
      inputs: [],
      model: null,
      parameters: {},
      outputs: [],
      steps: [
        {
          kind: 'for_each',
          as: 'item',
          concurrency: 1,
          when: null,
          steps: [
            { kind: 'ask', text: { value: 'd' }, retries: 2, timeoutMs: null, model: null, schema: null },
          ],
        },
      ],
    });
  });

  it('is read whole', async () => {
    const { workflow } = await readWorkflow(fullWorkflow, 'x.yaml');
    const [draft, check, , files, count, each] = workflow?.steps ?? [];
    expect(workflow).toMatchObject({
      name: 'team/review',
      model: { value: 'openai:gpt-5-mini' },
      parameters: {
        temperature: 0.2,
        maxOutputTokens: 500,
        stopSequences: ['END'],
        providerOptions: { reasoning_effort: 'low' },
      },
    });
    expect(workflow?.inputs).toMatchObject([
      { name: 'topic', type: 'string', default: undefined, choices: null, items: null },
      { name: 'depth', type: 'integer', default: 2, choices: [1, 2, 3] },
      { name: 'tags', type: 'array', default: ['a'], items: { type: 'string', choices: null, items: null } },
      { name: 'spec', type: 'file' },
    ]);
    expect(draft).toMatchObject({
      kind: 'ask',
      retries: 5,
      timeoutMs: 90_000,
      parameters: { temperature: 1 },
    });
    expect(check).toMatchObject({ kind: 'gate', onReject: { is: 'redo', step: 'draft' } });
    expect(files).toMatchObject({
      kind: 'run',
      command: [{ value: 'git' }, { value: 'ls-files' }, { value: '{{ inputs.topic }}' }],
      allowFailure: true,
      retries: 0,
    });
    expect(count).toMatchObject({
      command: [{ value: 'wc' }, { value: '-l' }, { value: '3' }, { value: 'true' }],
    });
    expect(each).toMatchObject({
      kind: 'for_each',
      as: 'file',
      concurrency: 4,
      steps: [{ timeoutMs: 300_000 }, {}],
    });
  });

  it('keeps numbers among arguments as they are written', async () => {
    const { workflow } = await readWorkflow(
      'name: a\nsteps: [{name: b, run: [x, 1.10, 0x1F, 1e3, -0]}]',
      'x',
    );
    const [step] = workflow?.steps ?? [];
    expect(step?.kind === 'run' && step.command.map(({ value }) => value)).toEqual([
      'x',
      '1.10',
      '0x1F',
      '1e3',
      '-0',
    ]);
  });

  it.each([
    ['promt: review', 'Instead of "promt", did you mean "prompt"?'],
    ['ask: a, retires: 2', 'Did you mean "retries"?'],
    ['ask: a, timeout: 5 m', null],
    ['ask: a, parameters: {max_tokens: 1}', 'Its keys are: temperature, top_p'],
    ['for_each: [], step: []', 'Did you mean "steps"?'],
    ['ask: {a: b}', 'A text that begins with { or [ has to be in quotes.'],
  ])('%s: what was meant is told', async (keys, hint) => {
    const { faults } = await readWorkflow(`name: a\nsteps: [{name: b, ${keys}}]`, 'x.yaml');
    const hints = faults.map((fault) => fault.hint);
    expect(hints).toContainEqual(hint === null ? null : expect.stringContaining(hint));
  });

  it('shows the line with the place under it', async () => {
    const { faults } = await readWorkflow('name: a\r\nsteps:\r\n  - {name: b, aks: c}\r\n', 'x.yaml');
    expect(faults).toMatchObject([{ line: 3, column: 5, excerpt: '3 |   - {name: b, aks: c}\n  |     ^' }]);
  });

  it('loses the names of what cannot be read, and nothing else', async () => {
    const { workflow, lost } = await readWorkflow(
      'name: a\ninputs: {x: {type: z}, y: {type: string}}\nsteps: [{name: b, aks: c}, {name: d, ask: e, retries: x}]',
      'x.yaml',
    );
    expect([...lost]).toEqual(['x', 'b']);
    expect(workflow?.steps).toMatchObject([{ name: 'd', retries: 2 }]);
    expect(workflow?.inputs).toMatchObject([{ name: 'y' }]);
  });

  it.each([
    ['', '1:1 There is no workflow in it.'],
    ['# nothing\n', '1:1 There is no workflow in it.'],
    ['x'.repeat(500_001), '1:1 It has more than 500000 characters.'],
    [`a: ${'['.repeat(100_000)}`, '1:1 Its YAML is nested too deeply.'],
    ['name: a\nsteps: [{name: b\nx: y: z\n', '3:1 Its YAML is not right'],
    ['name: a\nname: b\nsteps: [{name: b, ask: c}]', '2:1 Its YAML says a key twice: name.'],
    ['name: a\nsteps: !each [{name: b, ask: c}]', '2:8 Its YAML uses a tag, and tags are not read.'],
  ])('is not guessed at: %.40s', async (text, fault) => {
    const [first] = await faultsIn(text);
    expect(first).toContain(fault);
  });

  it('tells a hundred faults at most', async () => {
    const steps = Array.from({ length: 1000 }, (_, at) => `  - {name: s${at}}`).join('\n');
    expect(await faultsIn(`name: a\nsteps:\n${steps}\n`)).toHaveLength(100);
  });
});
