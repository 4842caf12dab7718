import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../../base/text/source-text.js';
import { readYamlTree } from '../../../base/yaml/read-yaml-tree.js';
import { isYamlText } from '../../../base/yaml/yaml-tree.js';
import type { TemplateText, TemplateValue } from '../workflow.js';
import { WorkflowTextError } from './errors.js';
import { evaluate, isTrue, renderText } from './evaluate.js';

async function valueIn(text: string): Promise<TemplateValue> {
  const { tree } = await readYamlTree(new SourceText('x.yaml', text));
  const value = tree?.kind === 'mapping' ? tree.entries[0]?.value : undefined;
  if (value === undefined) throw new Error(`no value in ${text}`);
  return value;
}

async function textIn(text: string): Promise<TemplateText> {
  const value = await valueIn(text);
  if (!isYamlText(value)) throw new Error(`no text in ${text}`);
  return value;
}

const names = {
  inputs: { n: 3, flag: false, none: null, tags: ['a', 'b'], text: '{{ 7 }}' },
  steps: { draft: { output: { parts: [{ size: 2 }], items: 'own' } } },
};

describe('a value of a workflow', () => {
  it.each<[string, unknown]>([
    ['a: 5', 5],
    ['a: null', null],
    ['a: "{{ inputs.n }}"', 3],
    ['a: "{{ inputs.n / 3 }}"', 1],
    ['a: " {{ inputs.tags }} "', ['a', 'b']],
    ['a: |\n  {{ inputs.tags\n     | reverse | list }}\n', ['b', 'a']],
    ['a: "{{ inputs.tags[0] }}{{ inputs.n }}"', 'a3'],
    ['a: "{{ steps.draft.output }}"', { parts: [{ size: 2 }], items: 'own' }],
    ['a: "{{ steps.draft.output.parts | sum(attribute=\'size\') }}"', 2],
    ['a: "{{ inputs.none }}"', null],
    ['a: "{{ inputs.flag or none }}"', null],
    ['a: {b: ["{{ inputs.n }}", x], "{{ c }}": true}', { b: [3, 'x'], '{{ c }}': true }],
    ['a: "{{ inputs.text }}"', '{{ 7 }}'],
    ['a: "so: {{ inputs.text }}"', 'so: {{ 7 }}'],
    ['a: |\n  n is {{ inputs.n }}\n', 'n is 3\n'],
    ['a: ""', ''],
    ['a: "{{ [nothing | default(none), 1] }}"', [null, 1]],
    ['a: "{{ \'2026-01-01\' }}"', '2026-01-01'],
  ])('%s is %j', async (text, expected) => {
    expect(evaluate(await valueIn(text), names)).toEqual(expected);
  });

  it('comes back from an expression as it was, whatever it is', async () => {
    const value = await valueIn('a: "{{ inputs.given }}"');
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        // JSON has no negative zero.
        const sent: unknown = JSON.parse(JSON.stringify(given));
        expect(evaluate(value, { inputs: { given: sent } })).toEqual(sent);
      }),
    );
  });

  it.each(['{{ inputs.tags | random }}', 'Take {{ lipsum(1) }}'])(
    'leaves nothing to chance: %s',
    async (text) => {
      const value = await textIn(`a: "${text}"`);
      for (const work of [() => renderText(value, names), () => evaluate(value, names)])
        expect(work).toThrow(expect.objectContaining({ code: 'WORKFLOW_CHANCE' }));
    },
  );

  it('is rendered as text where a text is wanted, with its last line feed', async () => {
    expect(renderText(await textIn('a: |\n  {{ inputs.tags }}\n'), names)).toBe("['a', 'b']\n");
    expect(renderText(await textIn('a: "{{ inputs.n }}"'), names)).toBe('3');
  });

  it.each<[string, boolean]>([
    ['true', true],
    ['false', false],
    ['"{{ inputs.n > 2 }}"', true],
    ['"{{ inputs.flag }}"', false],
    ['"{{ inputs.none }}"', false],
    ['"{{ inputs.tags }}"', true],
    ['"{{ [] }}"', false],
    ['"{{ {} }}"', false],
    ['"{{ 0 }}"', false],
    ['"{{ \'\' }}"', false],
    ['"{{ steps.draft.output }}"', true],
    ['|\n  {{ inputs.flag }}\n', false],
  ])('%s as a condition is %s', async (text, expected) => {
    expect(isTrue(await valueIn(`a: ${text}`), names)).toBe(expected);
  });

  it.each([
    ['a: "{{ inputs.nothing }}"', "'dict object' has no attribute 'nothing'", 1, 8],
    ['a:\n  - x\n  - |\n    one\n      two {{ 1 + inputs.nothing }}', 'nothing', 5, 16],
    ["a: 'it''s {{ 1 // 0 }}'", 'by zero', 1, 16],
    ['a: "{{ 2 ** 80 }}"', 'is no value of JSON', 1, 5],
    ['a: "{{ 1e308 * 10 }}"', 'is no value of JSON', 1, 5],
  ])('%s cannot be had, which is told with the place in the file', async (text, words, line, column) => {
    const value = await valueIn(text);
    const error = caught(() => evaluate(value, names));
    expect(error).toBeInstanceOf(WorkflowTextError);
    expect(error).toMatchObject({ code: 'WORKFLOW_TEXT', message: expect.stringContaining(words) });
    expect(error).toMatchObject({
      place: { name: 'x.yaml', line, column, excerpt: expect.stringContaining('^') },
    });
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
