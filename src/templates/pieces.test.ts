import { describe, expect, it } from 'vitest';
import { TemplateSyntaxError } from './errors.js';
import { templatePieces } from './pieces.js';

describe('the pieces of a template', () => {
  it('are its texts and what stands between them', () => {
    const text = 'a {{- b|c("}}") -}}\n{%+ if d %}{# e -#}{% raw %}{{ f }}{% endraw %}g';
    const pieces = templatePieces(text);
    expect(pieces.map(({ kind, inside }) => [kind, inside])).toEqual([
      ['text', 'a '],
      ['print', 'b|c("}}")'],
      ['text', '\n'],
      ['tag', 'if d'],
      ['comment', 'e'],
      ['raw', '{% raw %}{{ f }}{% endraw %}'],
      ['text', 'g'],
    ]);
    expect(pieces.map(({ source }) => source).join('')).toBe(text);
  });

  it('are refused where something never ends', () => {
    for (const text of ['{{ a', '{% if', '{# a', '{% raw %}a', '{{ "a }}'])
      expect(() => templatePieces(text), text).toThrow(TemplateSyntaxError);
  });
});
