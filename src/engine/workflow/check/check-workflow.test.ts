import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullWorkflow, goodWorkflows } from '../../../../test/fixtures/workflow-files.js';
import type { PromptVariable } from '../../../prompts/bind-variables.js';
import { readWorkflow } from '../format/read-workflow.js';
import type { Workflow } from '../workflow.js';
import { checkWorkflow } from './check-workflow.js';
import type { WorkflowLibrary } from './workflow-library.js';

async function faultsIn(text: string, library: WorkflowLibrary | null = null): Promise<string[]> {
  const faults = await checkWorkflow(await readWorkflow(text, 'x.yaml'), library);
  return faults.map(({ line, column, message, hint }) => `${line}:${column} ${message} ${hint ?? ''}`.trim());
}

/** A workflow of these steps, from line 3 on. */
function withSteps(...steps: string[]): string {
  return [
    'name: a',
    'inputs: {topic: {type: string}, list: {type: array}}',
    'steps:',
    ...steps.map((step) => `  - ${step}`),
  ].join('\n');
}

/** A text without the `^` in it, and where that stood. */
function unmarked(text: string): { text: string; place: string } {
  const [before = '', after = ''] = text.split('^');
  const lines = before.split('\n');
  return { text: before + after, place: `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}` };
}

describe('a workflow', () => {
  it.each(goodWorkflows)('is right: %s', async (text) => {
    expect(await faultsIn(text)).toEqual([]);
  });

  it.each<[string[], string]>([
    [['{name: b, ask: "{{ ^inputs.topc }}"}'], 'There is no input "topc". Did you mean "topic"?'],
    [['{name: b, ask: "{{ ^inputs.x }}"}'], 'There is no input "x". The inputs are: topic, list.'],
    [[`{name: b, ask: "{{ ^inputs['x'] }}"}`], 'There is no input "x".'],
    [['{name: b, ask: "{{ ^topic }}"}'], 'There is nothing named "topic" here. Did you mean inputs.topic?'],
    [
      ['{name: b, ask: x}', '{name: c, ask: "{{ ^b }}"}'],
      'There is nothing named "b" here. Did you mean steps.b.output?',
    ],
    [['{name: b, ask: "{{ ^x | default(1) }}"}'], 'There is nothing named "x" here.'],
    [['{name: b, ask: "{{ ^steps.b.output }}"}'], 'The step "b" on line 4 is not done before this.'],
    [
      ['{name: b, ask: "{{ ^steps.c.output }}"}', '{name: c, ask: x}'],
      'The step "c" on line 5 is not done before this.',
    ],
    [
      ['{name: b, ask: x}', '{name: c, ask: "{{ ^steps.b.text }}"}'],
      'A step has no "text". Did you mean steps.b.output?',
    ],
    [
      ['{name: draft, ask: x}', '{name: c, ask: "{{ ^steps.drafts.output }}"}'],
      'There is no step "drafts". Did you mean "draft"?',
    ],
    [
      ['{name: b, run: x}', '{name: c, ask: "{{ ^steps.b.output.stdot }}"}'],
      'The output of a command has no "stdot". Did you mean "stdout"?',
    ],
    [['{name: b, ask: "{{ ^gates.c.comment }}"}'], 'There is no gate "c"'],
    [
      ['{name: b, ask: "{{ ^gates.c.text }}"}', '{name: c, gate: x}'],
      'A gate has no "text". Did you mean gates.c.comment?',
    ],
    [['{name: b, ask: "{{ ^loop.index }}"}'], 'There is "loop" only in the steps of a for_each.'],
    [['{name: b, ask: "{{ 1 | ^uper }}"}'], `No filter named 'uper'. Did you mean 'upper'?`],
    [['{name: b, ask: "{{ 1 ^}"}'], "unexpected '}'"],
    [[`{name: b, ask: "^{% include 'x' %}"}`], 'A text of a workflow cannot bring in another template'],
    [['{name: b, run: [x, "{{ ^inputs.topc }}"]}'], 'There is no input "topc".'],
    [['{name: b, run: ^"x {{ inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, ask: x, model: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, ask: x, system: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, run: x, input: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, run: x, folder: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, read: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, write: "{{ ^inputs.topc }}", text: x}'], 'There is no input "topc".'],
    [['{name: b, write: x, text: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, gate: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [['{name: b, prompt: x, with: {v: ["{{ ^inputs.topc }}"]}}'], 'There is no input "topc".'],
    [['{name: b, template: {prompt: x, with: {v: "{{ ^inputs.topc }}"}}}'], 'There is no input "topc".'],
    [['{name: b, workflow: x, with: {v: "{{ ^inputs.topc }}"}}'], 'There is no input "topc".'],
    [['{name: b, if: "{{ ^inputs.topc }}", then: [{name: c, ask: x}]}'], 'There is no input "topc".'],
    [['{name: b, for_each: "{{ ^inputs.topc }}", steps: [{name: c, ask: x}]}'], 'There is no input "topc".'],
    [['{name: b, ask: x, when: "{{ ^inputs.topc }}"}'], 'There is no input "topc".'],
    [
      ['{name: b, ask: x, when: ^inputs.topic}'],
      '"when" is a text, and not one expression. Did you mean "{{ inputs.topic }}"?',
    ],
    [['{name: b, ask: x, when: ^"{{ 1 }}{{ 2 }}"}'], '"when" is a text, and not one expression. Put all'],
    [['{name: b, if: ^"so", then: [{name: c, ask: x}]}'], '"if" is a text'],
    [['{name: b, for_each: ^inputs.list, steps: [{name: c, ask: x}]}'], '"for_each" is a text'],
    [['{name: b, for_each: [1], steps: [{name: c, ask: "{{ ^loop.idx }}"}]}'], '"loop" has no "idx".'],
    [
      ['{name: b, for_each: [1], as: x, steps: [{name: c, ask: "{{ ^item }}"}]}'],
      'There is nothing named "item" here.',
    ],
    [
      ['{name: b, for_each: [1], steps: [{name: c, ask: x}]}', '{name: d, ask: "{{ ^steps.c.output }}"}'],
      'The step "c" on line 4 is not done before this.',
    ],
    [
      ['{name: b, for_each: [1], steps: [{name: c, ask: "{{ ^steps.b.output }}"}]}'],
      'The step "b" on line 4 is not done before this.',
    ],
    [
      ['{name: b, if: true, then: [{name: c, ask: x}], else: [{name: d, ask: "{{ ^steps.c.output }}"}]}'],
      'The step "c" on line 4 is not done before this.',
    ],
    [['{name: b, ask: x}', '{name: ^b, ask: y}'], 'There is a step "b" already, on line 4.'],
    [
      ['{name: b, ask: x}', '{name: c, for_each: [1], steps: [{name: ^b, ask: y}]}'],
      'There is a step "b" already, on line 4.',
    ],
    [
      ['{name: draft, ask: x}', '{name: c, gate: x, on_reject: {redo: ^drft}}'],
      'There is no step "drft" before this gate in its list. Did you mean "draft"?',
    ],
    [
      ['{name: c, gate: x, on_reject: {redo: ^d}}', '{name: d, ask: x}'],
      'There is no step "d" before this gate',
    ],
    [['{name: c, gate: x, on_reject: {redo: ^c}}'], 'There is no step "c" before this gate'],
    [
      ['{name: b, ask: x}', '{name: c, if: true, then: [{name: d, gate: x, on_reject: {redo: ^b}}]}'],
      'There is no step "b" before this gate',
    ],
    [['{name: b, ask: x, schema: ^{$ref: "#/x"}}'], 'The schema of the answer cannot be used'],
    [['{name: b, ask: x, schema: ^{pattern: "("}}'], 'The schema of the answer cannot be used'],
  ])('is wrong: %j', async (steps, fault) => {
    const { text, place } = unmarked(withSteps(...steps));
    expect(await faultsIn(text)).toEqual([expect.stringContaining(`${place} ${fault}`)]);
  });

  it.each<string[]>([
    ['{name: b, ask: "{{ gates.c.comment }}{{ gates.c }}"}', '{name: c, gate: x, on_reject: {redo: b}}'],
    [
      '{name: b, for_each: "{{ inputs.list }}", steps: [{name: c, ask: "{{ item }}{{ loop.index0 }}{{ loop }}"}]}',
    ],
    [
      '{name: b, for_each: [1], as: x, steps: [{name: c, for_each: [2], as: y, steps: [{name: d, ask: "{{ x }}{{ y }}"}]}]}',
    ],
    [
      '{name: b, ask: x}',
      '{name: c, if: true, then: [{name: d, ask: "{{ steps.b.output }}"}, {name: e, ask: "{{ steps.d.output }}"}]}',
    ],
    ['{name: b, if: true, then: [{name: c, ask: x}], else: [{name: c, ask: x}]}'],
    ['{name: b, ask: "{{ inputs }}{{ steps }}{{ inputs[inputs.topic] }}{{ range(3) }}"}'],
    ['{name: b, ask: "{% set x = 1 %}{{ x }}{% for y in inputs.list %}{{ y }}{{ loop.index }}{% endfor %}"}'],
    ['{name: b, ask: "{% raw %}{{ anything }}{% endraw %}"}'],
    ['{name: b, ask: x, when: "  {{ inputs.topic }}  "}'],
    [
      '{name: b, run: x}',
      '{name: c, ask: "{{ steps.b.output.exit_code }}{{ steps.b.output[inputs.topic] }}"}',
    ],
  ])('is right: %s', async (...steps) => {
    expect(await faultsIn(withSteps(...steps))).toEqual([]);
  });

  it('tells all that is wrong at once, in the order of the file', async () => {
    const text = withSteps(
      '{name: b, ask: "{{ x }}", retires: 1}',
      '{name: b, aks: y}',
      '{name: c, ask: "{{ steps.d.output }}"}',
    );
    const faults = await faultsIn(`${text}\noutputs: {all: "{{ inputs.y }}"}\nmodl: x\n`);
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      '4:24',
      '4:31',
      '5:5',
      '6:24',
      '7:20',
      '8:1',
    ]);
  });

  it('does not miss what is there and cannot be read', async () => {
    const text = withSteps(
      '{name: b, aks: x}',
      '{name: c, ask: "{{ steps.b.output }}{{ inputs.topic }}"}',
      '{name: d, gate: x, on_reject: {redo: b}}',
    );
    expect(await faultsIn(text.replace('{type: string}', '{type: strin}'))).toEqual([
      expect.stringContaining('2:24 "type" is to be one of'),
      expect.stringContaining('4:5 This step does not say what it does.'),
    ]);
  });

  it('tells that a step comes too late, wherever it is put', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (order) => {
        const steps = order.map((step) =>
          step === 0 ? '{name: s0, ask: x}' : `{name: s${step}, ask: "{{ steps.s${step - 1}.output }}"}`,
        );
        const late = order.filter((step, at) => step > 0 && order.indexOf(step - 1) > at);
        expect(await faultsIn(withSteps(...steps))).toHaveLength(late.length);
      }),
    );
  });

  it('with very many faults, or very long texts, is looked at soon', async () => {
    const text = `name: a\nsteps: [{name: b, ask: "${'{{ x }}'.repeat(60_000)}"}]`;
    expect(await faultsIn(text)).toHaveLength(100);
  });
});

describe('what a workflow refers to', () => {
  const variables: readonly PromptVariable[] = [
    { name: 'text', declaration: null, isRequired: true },
    {
      name: 'most',
      declaration: { name: 'most', type: 'integer', description: null, required: true, default: 3 },
      isRequired: true,
    },
  ];
  const library = (files: Readonly<Record<string, string>>): WorkflowLibrary => ({
    prompt: async ({ name, version }) => {
      if (name !== 'summarise')
        return { is: 'missing', lacks: 'name', nearest: name === 'summarize' ? 'summarise' : null };
      return version.by === 'latest'
        ? { is: 'found', variables }
        : { is: 'missing', lacks: 'version', nearest: null };
    },
    workflow: async ({ name, version }) => {
      const text = files[version === null ? name : `${name}@${version}`];
      if (text === undefined) return { is: 'missing', lacks: 'name', nearest: null };
      return { is: 'found', workflow: await workflowIn(text), version: version ?? 9 };
    },
  });

  it.each<[string, string[]]>([
    ['prompt: summarise, with: {text: a}', []],
    ['prompt: summarise, with: {text: "{{ inputs.topic }}", most: "{{ inputs.list }}"}', []],
    ['prompt: summarise', ['4:23 The prompt "summarise" needs the variable "text". Give it in "with".']],
    ['template: {prompt: summarise}', ['4:34 The prompt "summarise" needs the variable "text".']],
    [
      'prompt: summarise, with: {txt: a}',
      [
        '4:23 The prompt "summarise" needs',
        '4:41 The prompt "summarise" has no variable "txt". Did you mean "text"?',
      ],
    ],
    [
      'prompt: summarise, with: {text: a, most: x}',
      ['4:56 The variable "most" is to be a whole number, not "x".'],
    ],
    ['prompt: summarize', ['4:23 There is no prompt "summarize". Did you mean "summarise"?']],
    ['prompt: other', ['4:23 There is no prompt "other". See which there are: prompt-runner prompt list']],
    [
      'prompt: summarise@production',
      ['4:23 There is no prompt "summarise@production". There is a prompt "summarise", without'],
    ],
    [
      'workflow: other',
      ['4:25 There is no workflow "other". See which there are: prompt-runner workflow list'],
    ],
    ['workflow: part, with: {n: 3}', []],
    ['workflow: part', ['4:25 The workflow "part" needs the input "n".']],
    [
      'workflow: part, with: {n: x, m: 1}',
      ['4:41 The input "n" is to be a whole number', '4:44 The workflow "part" has no input "m".'],
    ],
    ['workflow: a', ['4:25 Workflows run each other in a circle: a > a.']],
    ['workflow: back', ['4:25 Workflows run each other in a circle: a > back@9 > a.']],
    ['workflow: itself', ['4:25 Workflows run each other in a circle: a > itself@9 > itself@9.']],
    ['workflow: older', []],
    ['workflow: deep1', []],
    ['workflow: deep0', ['4:25 From here, workflows run each other 9 deep; 8 is the most.']],
  ])('%s', async (keys, faults) => {
    const deep = Array.from(
      { length: 8 },
      (_, at) => [`deep${at}`, running(`deep${at}`, `deep${at + 1}`)] as const,
    );
    const files = {
      part: 'name: part\ninputs: {n: {type: integer}, o: {type: string, default: x}}\nsteps: [{name: b, ask: c}]',
      back: running('back', 'a'),
      itself: running('itself', 'itself'),
      older: running('older', 'a@1'),
      'a@1': 'name: a\nsteps: [{name: b, ask: c}]',
      ...Object.fromEntries(deep),
      deep8: 'name: deep8\nsteps: [{name: b, ask: c}]',
    };
    expect(await faultsIn(withSteps(`{name: b, ${keys}}`), library(files))).toEqual(
      faults.map((fault) => expect.stringContaining(fault)),
    );
  });

  it('is not asked for without a library', async () => {
    expect(await faultsIn(fullWorkflow)).toEqual([]);
  });
});

function running(name: string, other: string): string {
  return `name: ${name}\nsteps: [{name: b, workflow: ${other}}]`;
}

async function workflowIn(text: string): Promise<Workflow> {
  const { workflow } = await readWorkflow(text, 'x.yaml');
  if (workflow === null) throw new Error('no workflow');
  return workflow;
}
