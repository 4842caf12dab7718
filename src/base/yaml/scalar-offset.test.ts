import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SourceText } from '../text/source-text.js';
import { readYamlTree } from './read-yaml-tree.js';
import { scalarOffset } from './scalar-offset.js';
import { isYamlText } from './yaml-tree.js';

async function placesIn(text: string): Promise<{ value: string; offsetOf: (at: number) => number }> {
  const { tree, faults } = await readYamlTree(new SourceText('x.yaml', text));
  const node = tree?.kind === 'mapping' ? tree.entries[0]?.value : undefined;
  if (node === undefined || !isYamlText(node))
    throw new Error(`no text in ${text}: ${JSON.stringify(faults)}`);
  return { value: node.value, offsetOf: (at) => scalarOffset(node, at) };
}

describe('a place in a scalar', () => {
  it.each([
    ['plain', 'a: one X two\n'],
    ['plain on lines', 'a: one\n   two\n\n   X\n'],
    ['single quotes', "a: 'it''s X'\n"],
    ['double quotes', 'a: "t\\tab \\"q\\" \\u00e9 \\U0001F600 \\x41 \\n X"\n'],
    ['double quotes on lines', 'a: "one \\\n    two\n\n  X"\n'],
    ['a block', 'a: |\n  one\n\n    two\n  X\n'],
    ['a block with a sign and a comment', 'a: |2- # X marks nothing\n    one X\n'],
    ['a folded block', 'a: >-\n  one\n  two\n\n  X\n'],
    ['line ends of two characters', 'a: |\r\n  one\r\n  X\r\n'],
  ])('is found in %s', async (_, text) => {
    const { value, offsetOf } = await placesIn(text);
    expect(offsetOf(value.indexOf('X'))).toBe(text.lastIndexOf('X'));
  });

  it('behind the end is the end', async () => {
    const { offsetOf } = await placesIn('a: one\n');
    expect(offsetOf(3)).toBe('a: one'.length);
  });

  it('is found however a library writes the text', async () => {
    const words = fc.array(fc.constantFrom('a', ' ', '\n', '"', "'", '\\', '#', ': ', '😀', '\t', '- '));
    await fc.assert(
      fc.asyncProperty(words, words, fc.integer({ min: 0, max: 40 }), async (before, after, lineWidth) => {
        const marked = `${before.join('')}X${after.join('')}`;
        const text = stringify({ key: marked }, { lineWidth: lineWidth + 20 });
        const { value, offsetOf } = await placesIn(text);
        expect(text.charAt(offsetOf(value.indexOf('X')))).toBe('X');
      }),
    );
  });
});
