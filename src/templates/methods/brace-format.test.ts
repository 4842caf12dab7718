// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {
  people: [
    { name: 'Bob', age: 30, tags: ['x'] },
    { name: 'alice', age: 25, tags: [] },
    { name: 'Carl', age: 30 },
  ],
};

describe('str.format', () => {
  it.each([
    ['{{ "{} {}".format(1,2) }}', '1 2'],
    ['{{ "{0}{1}{0}".format("a","b") }}', 'aba'],
    ['{{ "{a}".format(a=1) }}', '1'],
    ['{{ "{:>5}|{:<5}|{:^5}|{:*^7}".format("a","b","c","d") }}', '    a|b    |  c  |***d***'],
    [
      '{{ "{:.2f} {:05d} {:,} {:x} {:b} {:o} {:X} {:e} {:%}".format(3.14159,42,1234567,255,5,8,255,12345.6,0.25) }}',
      '3.14 00042 1,234,567 ff 101 10 FF 1.234560e+04 25.000000%',
    ],
    ['{{ "{!r} {!s}".format("a","b") }}', "'a' b"],
    ['{{ "{:{}}|".format("a",5) }}', 'a    |'],
    ['{{ "{{}}".format() }}', '{}'],
    ['{{ "{:+} {: } {:-}".format(5,5,5) }}', '+5  5 5'],
    ['{{ "{:#x} {:#b}".format(255,5) }}', '0xff 0b101'],
    ['{{ "{:.3} {:.3}".format(3.14159,"abcdef") }}', '3.14 abc'],
    ['{{ "{:g} {:g}".format(1000000.0,100000.0) }}', '1e+06 100000'],
    ['{{ "{} {:5}|".format(1.0,true) }}', '1.0     1|'],
    ['{{ "{:=+6d}|{:06.1f}".format(7,-2.5) }}', '+    7|-002.5'],
    ['{{ "{:_}".format(1234567) }}', '1_234_567'],
    ['{{ "{:c}".format(65) }}', 'A'],
    ['{{ "{a}".format_map({"a":1}) }}', '1'],
    ['{{ "{:n}".format(1.5) }}', '1.5'],
    ['{{ "{:10.3}|".format(2.0) }}', '       2.0|'],
    ['{{ "{}".format(missing) }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ "{}".format() }}',
      TemplateRuntimeError,
      'Replacement index 0 out of range for positional args tuple',
    ] as const,
    ['{{ "{".format() }}', TemplateRuntimeError, "Single '{' encountered in format string"] as const,
    ['{{ "}".format() }}', TemplateRuntimeError, "Single '}' encountered in format string"] as const,
    [
      '{{ "{:d}".format("a") }}',
      TemplateRuntimeError,
      "Unknown format code 'd' for object of type 'str'",
    ] as const,
    [
      '{{ "{:s}".format(1) }}',
      TemplateRuntimeError,
      "Unknown format code 's' for object of type 'int'",
    ] as const,
    ['{{ "{0.x}".format(1) }}', TemplateRuntimeError, "'int object' has no attribute 'x'"] as const,
    [
      '{{ "{:5}".format(none) }}',
      TemplateRuntimeError,
      'unsupported format string passed to NoneType.__format__',
    ] as const,
    ['{{ "{!z}".format(1) }}', TemplateRuntimeError, 'Unknown conversion specifier z'] as const,
    ['{{ "{a}".format() }}', TemplateRuntimeError, "'a'"] as const,
    [
      '{{ "{:.1d}".format(5) }}',
      TemplateRuntimeError,
      'Precision not allowed in integer format specifier',
    ] as const,
    [
      '{{ "{:zz}".format(5) }}',
      TemplateRuntimeError,
      "Unknown format code 'z' for object of type 'int'",
    ] as const,
    ['{{ "{:,}".format("a") }}', TemplateRuntimeError, "Cannot specify ',' with 's'."] as const,
    ['{{ "{:+}".format("a") }}', TemplateRuntimeError, 'Sign not allowed in string'] as const,
    ['{{ "{:#}".format("a") }}', TemplateRuntimeError, 'Alternate form (#) not allowed'] as const,
    [
      '{{ "{:=5}".format("a") }}',
      TemplateRuntimeError,
      "'=' alignment not allowed in string format specifier",
    ] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
