// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = {
  greeting: 'Hello wörld',
  emoji: 'a😀b',
  words: ['b', 'A', 'c', 'B'],
  prose: 'The quick brown fox jumps over the lazy dog. Well-known words, state-of-the-art -- truly.',
};

describe('arranging text', () => {
  it.each([
    ['{{ greeting|center(20) }}', '    Hello wörld     '],
    ['{{ "abc"|center(6) }}', ' abc  '],
    ['{{ "a\\nb\\n\\nc"|indent }}', 'a\n    b\n\n    c'],
    ['{{ "a\\nb\\n\\nc"|indent(2,true) }}', '  a\n  b\n\n  c'],
    ['{{ "a\\nb\\n\\nc"|indent(2,true,true) }}', '  a\n  b\n  \n  c'],
    ['{{ "a\\nb\\n"|indent }}', 'a\n    b\n'],
    ['{{ ""|indent(2,true) }}', '  '],
    ['{{ "a"|indent("--",true) }}', '--a'],
    ['{{ ("<a>\\nb"|safe)|indent is escaped }}', 'True'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([['{{ missing|indent }}', UndefinedError, "'missing' is undefined"] as const])(
    '%j is refused',
    (source, kind, message) => {
      const run = () => compile(source).render(context);
      expect(run).toThrow(kind);
      expect(run).toThrow(message);
    },
  );
});

describe('truncating', () => {
  it.each([
    ['{{ prose|truncate(20) }}', 'The quick brown...'],
    ['{{ prose|truncate(20,true) }}', 'The quick brown f...'],
    ['{{ prose|truncate(20,false,"…") }}', 'The quick brown…'],
    ['{{ prose|truncate(20,leeway=0) }}', 'The quick brown...'],
    ['{{ "abc def"|truncate(5) }}', 'abc def'],
    ['{{ "abc def"|truncate(5,leeway=0) }}', 'ab...'],
    ['{{ "abcdefgh"|truncate(5,false,"..",0) }}', 'abc..'],
    ['{{ prose|truncate(20,end="") }}', 'The quick brown fox'],
    ['{{ (emoji*5)|truncate(5,true,leeway=0) }}', 'a😀...'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([['{{ prose|truncate(2) }}', TemplateRuntimeError, 'expected length >= 3, got 2'] as const])(
    '%j is refused',
    (source, kind, message) => {
      const run = () => compile(source).render(context);
      expect(run).toThrow(kind);
      expect(run).toThrow(message);
    },
  );
});

describe('wrapping', () => {
  it.each([
    [
      '{{ prose|wordwrap(20) }}',
      'The quick brown fox\njumps over the lazy\ndog. Well-known\nwords, state-of-the-\nart -- truly.',
    ],
    [
      '{{ prose|wordwrap(10) }}',
      'The quick\nbrown fox\njumps over\nthe lazy\ndog. Well-\nknown\nwords,\nstate-of-\nthe-art --\ntruly.',
    ],
    [
      '{{ prose|wordwrap(5) }}',
      'The\nquick\nbrown\nfox\njumps\nover\nthe\nlazy\ndog.\nWell-\nknown\nwords\n, sta\nte-\nof-\nthe-\nart\n-- tr\nuly.',
    ],
    [
      '{{ prose|wordwrap(5,false) }}',
      'The\nquick\nbrown\nfox\njumps\nover\nthe\nlazy\ndog.\nWell-\nknown\nwords,\nstate-\nof-\nthe-\nart\n--\ntruly.',
    ],
    [
      '{{ prose|wordwrap(20,wrapstring="|") }}',
      'The quick brown fox|jumps over the lazy|dog. Well-known|words, state-of-the-|art -- truly.',
    ],
    [
      '{{ prose|wordwrap(20,break_on_hyphens=false) }}',
      'The quick brown fox\njumps over the lazy\ndog. Well-known\nwords,\nstate-of-the-art --\ntruly.',
    ],
    ['{{ "aaaa-bbbb-cccc"|wordwrap(6) }}', 'aaaa-\nbbbb-\ncccc'],
    ['{{ "a-b-c-d"|wordwrap(3) }}', 'a-\nb-\nc-d'],
    ['{{ "foo--bar baz"|wordwrap(5) }}', 'foo--\nbar\nbaz'],
    [
      '{{ "well-known e-mail x-ray 2-3 abc-1"|wordwrap(4) }}',
      'well\n-kno\nwn e\n-mai\nl x-\nray\n2-3 \nabc-\n1',
    ],
    ['{{ "  leading spaces here"|wordwrap(8) }}', 'leading\nspaces\nhere'],
    ['{{ "a  b   c"|wordwrap(3) }}', 'a\nb\nc'],
    ['{{ "averyveryverylongword"|wordwrap(5) }}', 'avery\nveryv\nerylo\nngwor\nd'],
    ['{{ "some-averyveryverylongword"|wordwrap(8) }}', 'some-ave\nryveryve\nrylongwo\nrd'],
    ['{{ "one\\n\\ntwo words"|wordwrap(4) }}', 'one\n\ntwo \nword\ns'],
    ['{{ ""|wordwrap }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "abc"|wordwrap(0) }}', TemplateRuntimeError, 'invalid width 0 (must be > 0)'] as const,
    ['{{ missing|wordwrap }}', UndefinedError, "'missing' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
