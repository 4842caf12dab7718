import { describe, expect, it } from 'vitest';
import type { GivenValue } from '../../../prompts/typed-value.js';
import { parseWorkflow } from '../parse-workflow.js';
import { WorkflowInputError } from './errors.js';
import { readInputs } from './read-inputs.js';

const workflow = await parseWorkflow(
  `
name: team/review
inputs:
  topic: {type: string, description: What it is about}
  depth: {type: integer, default: 2, enum: [1, 2, 3]}
  share: {type: number, default: 0.5}
  deep: {type: boolean, default: false}
  tags: {type: array, items: {type: string}, default: []}
  more: {type: object, default: {}}
  spec: {type: file, default: docs/spec.md}
  files: {type: array, items: {type: file}, default: []}
steps: [{name: a, ask: b}]
`,
  'x.yaml',
  null,
);

function words(given: Readonly<Record<string, string>>): Map<string, GivenValue> {
  return new Map(Object.entries(given).map(([name, text]) => [name, { from: 'word', text }]));
}

const read = (given: ReadonlyMap<string, GivenValue>) =>
  readInputs(workflow, given, async (path) => `text of ${path}`);

describe('the inputs of a workflow', () => {
  it('are read from words by their types', async () => {
    const given = words({
      topic: '5',
      depth: '3',
      share: '1e-1',
      deep: 'true',
      tags: '["x", "y"]',
      more: '{"a": [1]}',
      spec: 'a.md',
      files: '["b.md"]',
    });
    expect(await read(given)).toEqual({
      topic: '5',
      depth: 3,
      share: 0.1,
      deep: true,
      tags: ['x', 'y'],
      more: { a: [1] },
      spec: 'text of a.md',
      files: ['text of b.md'],
    });
  });

  it('have their defaults, a file too', async () => {
    expect(await read(words({ topic: 'x' }))).toEqual({
      topic: 'x',
      depth: 2,
      share: 0.5,
      deep: false,
      tags: [],
      more: {},
      spec: 'text of docs/spec.md',
      files: [],
    });
  });

  it('are taken as data where they are of the type', async () => {
    const given = new Map<string, GivenValue>([
      ['topic', { from: 'data', value: 'x' }],
      ['depth', { from: 'data', value: 1 }],
    ]);
    expect(await read(given)).toMatchObject({ topic: 'x', depth: 1 });
  });

  it('are refused together', async () => {
    const given = new Map<string, GivenValue>([
      ...words({ topc: 'x', depth: '7', share: 'half', deep: 'yes', tags: 'x', more: '[]' }),
      ['files', { from: 'data', value: [1] }],
    ]);
    const error = await read(given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WorkflowInputError);
    expect(error).toMatchObject({ code: 'WORKFLOW_INPUT', kind: 'usage' });
    expect(error instanceof Error && error.message.split('\n')).toEqual([
      'The workflow "team/review" cannot begin:',
      '  The input "topc" is no input of this workflow. Did you mean "topic"?',
      '  The input "topic" is missing: What it is about.',
      '  The input "depth" cannot be "7". It is one of: 1, 2, 3.',
      '  The input "share" is to be a number, not "half". Write it as 3, -0.5 or 1e6.',
      '  The input "deep" is to be true or false, not "yes".',
      expect.stringContaining('  The input "tags" is to be a list, not "x".'),
      expect.stringContaining('  The input "more" is to be an object, not "[]".'),
      '  The input "files" does not fit: entry 1 is to be a text, not 1. In a file, put it in quotes.',
    ]);
  });

  it('are not there when a file cannot be read', async () => {
    const given = words({ topic: 'x' });
    const reading = readInputs(workflow, given, () => Promise.reject(new Error('no such file')));
    await expect(reading).rejects.toThrow('no such file');
  });
});
