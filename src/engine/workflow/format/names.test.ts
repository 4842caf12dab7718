import { expect, it } from 'vitest';
import { DICT_METHODS } from '../../../templates/methods/dict-methods.js';
import { evaluate } from '../expressions/evaluate.js';
import { MAPPING_METHODS, memberName } from './names.js';
import { readWorkflow } from './read-workflow.js';

it('what mappings can do in templates is no name behind a point', () => {
  expect([...MAPPING_METHODS].toSorted()).toEqual([...DICT_METHODS.keys()].toSorted());
});

it.each(['a', '_', 'Name_2', 'index', 'output', 'loop', 'not_', 'constructor', '__proto__', 'toString'])(
  '%s is a name that templates find',
  async (name) => {
    expect(memberName.faultIn(name)).toBeNull();
    const { workflow } = await readWorkflow(
      `name: x\nsteps: [{name: a, ask: b}]\noutputs: {value: "{{ inputs.${name} }}"}\n`,
      'x.yaml',
    );
    const [output] = workflow?.outputs ?? [];
    const inputs = Object.fromEntries([[name, 7]]);
    expect(output && evaluate(output.value, { inputs })).toBe(7);
  },
);

it.each(['', '1a', 'a-b', 'a b', 'é', 'items', 'get', 'if', 'none'])('%j is no name', (name) => {
  expect(memberName.faultIn(name)).not.toBeNull();
});
