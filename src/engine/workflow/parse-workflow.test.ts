import { expect, it } from 'vitest';
import { parseWorkflow } from './parse-workflow.js';

it('a workflow with nothing wrong in it is read', async () => {
  expect(await parseWorkflow('name: a\nsteps: [{name: b, ask: c}]', 'a.yaml', null)).toMatchObject({
    name: 'a',
  });
});

it.each([
  [
    'name: a\nsteps: [{name: b, ask: "{{ x }}"}]',
    'a b.yaml is no workflow that can run: There is nothing named "x" here.',
  ],
  [
    'name: a\nsteps: [{name: b, ask: "{{ x }}{{ y }}"}]',
    'and 1 more fault: There is nothing named "x" here.',
  ],
  ['nam: a', 'and 2 more faults: There is no key "nam" in a workflow.'],
  ['', 'is no workflow that can run: There is no workflow in it.'],
])('%j is refused with the first place where it is wrong', async (text, message) => {
  const error = await parseWorkflow(text, 'a b.yaml', null).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'WORKFLOW_INVALID',
    message: expect.stringContaining(message),
    place: { name: 'a b.yaml', line: expect.any(Number), column: expect.any(Number) },
    remedy: { next: "prompt-runner workflow validate 'a b.yaml'" },
  });
});
