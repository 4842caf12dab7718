// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = { greeting: 'Hello wörld', ages: { bob: 2, ann: 1 }, seven: 7, emoji: 'a😀b' };

describe('letter case', () => {
  it.each([
    ['{{ greeting.upper() }}', 'HELLO WÖRLD'],
    ['{{ greeting.lower() }}', 'hello wörld'],
    ['{{ greeting.title() }}', 'Hello Wörld'],
    ['{{ greeting.capitalize() }}', 'Hello wörld'],
    ['{{ greeting.swapcase() }}', 'hELLO WÖRLD'],
    ['{{ "they\'re bill\'s".title() }}', "They'Re Bill'S"],
    ['{{ "ß".upper() }}', 'SS'],
    ['{{ "".capitalize() }}', ''],
    ['{{ "ßa".capitalize() }}{{ "ßa ﬁn".title() }}', 'SsaSsa Fin'],
    ['{{ "Straße".casefold() }}', 'strasse'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('stripping', () => {
  it.each([
    ['{{ "  x ".strip() }}', 'x'],
    ['{{ "xxaxx".strip("x") }}', 'a'],
    ['{{ "abc".lstrip("ab") }}', 'c'],
    ['{{ "abc".rstrip("bc") }}', 'a'],
    ['{{ "😀a😀".strip("😀") }}', 'a'],
    ['{{ "abc".removeprefix("a") }}', 'bc'],
    ['{{ "abc".removesuffix("c") }}', 'ab'],
    ['{{ "abc".removesuffix("") }}', 'abc'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([['{{ "a".strip(1) }}', TemplateRuntimeError, 'strip arg must be str, not int'] as const])(
    '%j is refused',
    (source, kind, message) => {
      const run = () => compile(source).render(context);
      expect(run).toThrow(kind);
      expect(run).toThrow(message);
    },
  );
});

describe('splitting and joining', () => {
  it.each([
    ['{{ "a,b,,c".split(",") }}', "['a', 'b', '', 'c']"],
    ['{{ " a  b ".split() }}', "['a', 'b']"],
    ['{{ "a b c".split(" ",1) }}', "['a', 'b c']"],
    ['{{ "a b c".rsplit(" ",1) }}', "['a b', 'c']"],
    ['{{ "a b c".split(none,1) }}', "['a', 'b c']"],
    ['{{ " a b c d ".rsplit(none,2) }}', "[' a b', 'c', 'd']"],
    ['{{ "a\\nb\\r\\nc\\n".splitlines() }}', "['a', 'b', 'c']"],
    ['{{ "a\\nb\\n".splitlines(true) }}', "['a\\n', 'b\\n']"],
    ['{{ "".splitlines() }}', '[]'],
    ['{{ "".split() }}', '[]'],
    ['{{ "".split(",") }}', "['']"],
    ['{{ "a=b=c".partition("=") }}', "('a', '=', 'b=c')"],
    ['{{ "a=b=c".rpartition("=") }}', "('a=b', '=', 'c')"],
    ['{{ "ab".partition("x") }}', "('ab', '', '')"],
    ['{{ "ab".rpartition("x") }}', "('', '', 'ab')"],
    ['{{ ",".join(["a","b"]) }}', 'a,b'],
    ['{{ "-".join("abc") }}', 'a-b-c'],
    ['{{ "".join([]) }}', ''],
    ['{{ ",".join(ages) }}', 'bob,ann'],
    ['{{ ("-"|safe).join(["<","a"]) }}', '&lt;-a'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "a".split("") }}', TemplateRuntimeError, 'empty separator'] as const,
    [
      '{{ ",".join([1,2]) }}',
      TemplateRuntimeError,
      'sequence item 0: expected str instance, int found',
    ] as const,
    ['{{ ",".join(5) }}', TemplateRuntimeError, "'int' object is not iterable"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('searching', () => {
  it.each([
    ['{{ "abc".startswith("a") }}', 'True'],
    ['{{ "abc".startswith(("x","a")) }}', 'True'],
    ['{{ "abc".startswith("b",1) }}', 'True'],
    ['{{ "abc".endswith("c") }}', 'True'],
    ['{{ "abc".find("c") }}', '2'],
    ['{{ "abc".find("z") }}', '-1'],
    ['{{ "abcabc".rfind("b") }}', '4'],
    ['{{ "abcabc".find("a",1) }}', '3'],
    ['{{ "abcabc".find("a",-3) }}', '3'],
    ['{{ emoji.find("b") }}', '2'],
    ['{{ "abc".count("") }}', '4'],
    ['{{ "aaaa".count("aa") }}', '2'],
    ['{{ "aXbX".replace("X","-") }}', 'a-b-'],
    ['{{ "aXbX".replace("X","-",1) }}', 'a-bX'],
    ['{{ "abc".replace("","-") }}', '-a-b-c-'],
    ['{{ ("<a>"|safe).replace("a","<") }}', '<&lt;>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "abc".index("z") }}', TemplateRuntimeError, 'substring not found'] as const,
    ['{{ "abc".find(1) }}', TemplateRuntimeError, 'argument must be str, not int'] as const,
    [
      '{{ "a".replace("b") }}',
      TemplateRuntimeError,
      "replace() missing 1 required positional argument: 'new'",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('padding', () => {
  it.each([
    ['{{ "a".center(5) }}', '  a  '],
    ['{{ "ab".center(5,"*") }}', '**ab*'],
    ['{{ "abc".center(6)+"|" }}', ' abc  |'],
    ['{{ "a".ljust(3)+"|" }}', 'a  |'],
    ['{{ "a".rjust(3) }}', '  a'],
    ['{{ "5".zfill(3) }}', '005'],
    ['{{ "-5".zfill(4) }}', '-005'],
    ['{{ "a\\tb".expandtabs(4) }}', 'a   b'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ "a".center(5,"xy") }}',
      TemplateRuntimeError,
      'The fill character must be exactly one character long',
    ] as const,
    [
      '{{ "a".center("x") }}',
      TemplateRuntimeError,
      "'str' object cannot be interpreted as an integer",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('questions', () => {
  it.each([
    ['{{ "abc".isalpha() }}', 'True'],
    ['{{ "".isalpha() }}', 'False'],
    ['{{ "a1".isalnum() }}', 'True'],
    ['{{ "12".isdigit() }}', 'True'],
    ['{{ "²".isdigit() }}', 'True'],
    ['{{ "½".isnumeric() }}', 'True'],
    ['{{ "1".isdecimal() }}', 'True'],
    ['{{ " ".isspace() }}', 'True'],
    ['{{ "".isspace() }}', 'False'],
    ['{{ "Ab Cd".istitle() }}', 'True'],
    ['{{ "AB".istitle() }}', 'False'],
    ['{{ "ABC".isupper() }}', 'True'],
    ['{{ "abc1".islower() }}', 'True'],
    ['{{ "1".islower() }}', 'False'],
    ['{{ "a_1".isidentifier() }}', 'True'],
    ['{{ "1a".isidentifier() }}', 'False'],
    ['{{ "é".isascii() }}', 'False'],
    ['{{ "a\\n".isprintable() }}', 'False'],
    ['{{ "a b".isprintable() }}', 'True'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('on markup', () => {
  it.each([
    ['{{ ("<a>"|safe).upper() is escaped }}', 'True'],
    ['{{ ("<a> b"|safe).split() }}', "[Markup('<a>'), Markup('b')]"],
    ['{{ ("{}"|safe).format("<") }}', '&lt;'],
    ['{{ ("%s"|safe)%"<" }}', '&lt;'],
    ['{{ ("<a>"|safe)+"<b>" }}', '<a>&lt;b&gt;'],
    ['{{ "<b>"+("<a>"|safe) }}', '&lt;b&gt;<a>'],
    ['{{ ("<a>"|safe)*2 }}', '<a><a>'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});

describe('what there is not', () => {
  it.each([['{{ "a".nope }}', '']])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "a".nope() }}', UndefinedError, "'str object' has no attribute 'nope'"] as const,
    [
      '{{ "a".upper(1) }}',
      TemplateRuntimeError,
      'upper() takes 1 positional argument but 2 were given',
    ] as const,
    ['{{ seven.upper() }}', UndefinedError, "'int object' has no attribute 'upper'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
