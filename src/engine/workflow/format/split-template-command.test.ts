import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTemplateCommand } from './split-template-command.js';

describe('a command with templates', () => {
  it.each([
    ['git log -n 3', ['git', 'log', '-n', '3']],
    ['git log {{ inputs.branch }}', ['git', 'log', '{{ inputs.branch }}']],
    ['a --x={{ b | default("c d") }}e "f {{ g }} h"', ['a', '--x={{ b | default("c d") }}e', 'f {{ g }} h']],
    [`a {{ "}} ' {{" }} b`, ['a', `{{ "}} ' {{" }}`, 'b']],
    ['a {{ {"k": {"l": 1}} }} b', ['a', '{{ {"k": {"l": 1}} }}', 'b']],
    ["a {% if b %}c{% endif %} {# it's fine #} d", ['a', '{% if b %}c{% endif %}', "{# it's fine #}", 'd']],
    ['a { b } {c', ['a', '{', 'b', '}', '{c']],
    ['a {{ b', ['a', '{{', 'b']],
    [`'a b' "c\\"d" e\\ f`, ['a b', 'c"d', 'e f']],
  ])('%s has the words %j', (command, words) => {
    expect(splitTemplateCommand(command)).toEqual(words);
  });

  it.each(['a "b', `it's`, 'a {{ b }} "'])('%s opens a quote and never closes it', (command) => {
    expect(splitTemplateCommand(command)).toBeNull();
  });

  it('keeps each tag in one word, whatever text is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((text) => !text.includes('\0'))), (texts) => {
        const tags = texts.map((text) => `{{ ${JSON.stringify(text)} }}`);
        expect(splitTemplateCommand(['run', ...tags].join(' '))).toEqual(['run', ...tags]);
      }),
    );
  });

  it('is split soon when many tags never end', () => {
    expect(splitTemplateCommand('{{ ( '.repeat(100_000))).toHaveLength(200_000);
  });
});
