// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {};

describe('percent formatting', () => {
  it.each([
    ['{{ "%s and %d"%("a",3) }}', 'a and 3'],
    ['{{ "%s"%1 }}', '1'],
    [
      '{{ "%5.2f|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%e|%E|%g|%%|%c|%c"%(3.14159,42,42,42,42,255,255,255,8,12345.678,0.00012,0.0001,"x",65) }}',
      ' 3.14|42   |00042|+42| 42|ff|FF|0xff|10|1.234568e+04|1.200000E-04|0.0001|%|x|A',
    ],
    ['{{ "%(a)s %(b)d"%{"a":1,"b":2} }}', '1 2'],
    ['{{ "%r"%"a" }}', "'a'"],
    ['{{ "%.3s|%10s|%-6s|"%("abcdef","abc","x") }}', 'abc|       abc|x     |'],
    ['{{ "%*d|%.*f"%(5,42,1,2.25) }}', '   42|2.2'],
    ['{{ "%d"%3.99 }}', '3'],
    ['{{ "%i"%-7 }}', '-7'],
    ['{{ "%g %g %g"%(100000.0,1000000.0,0.00001) }}', '100000 1e+06 1e-05'],
    ['{{ "%.0f %.0f %.1f"%(0.5,1.5,0.25) }}', '0 2 0.2'],
    ['{{ "%s"%(none,) }}', 'None'],
    ['{{ "%05.1f"%-2.5 }}', '-02.5'],
    ['{{ "%s"%[1,2] }}', '[1, 2]'],
    ['{{ "%x"%-255 }}', '-ff'],
    ['{{ "%5s|"%"é" }}', '    é|'],
    ['{{ "%f"%(1e308*10) }}', 'inf'],
    ['{{ "%d"%(10**25) }}', '10000000000000000000000000'],
    ['{{ "%s"%missing }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "%d"%"a" }}', TemplateRuntimeError, '%d format: a real number is required, not str'] as const,
    ['{{ "%x"%1.5 }}', TemplateRuntimeError, '%x format: an integer is required, not float'] as const,
    ['{{ "%s %s"%(1,) }}', TemplateRuntimeError, 'not enough arguments for format string'] as const,
    [
      '{{ "%s"%(1,2) }}',
      TemplateRuntimeError,
      'not all arguments converted during string formatting',
    ] as const,
    ['{{ "%(a)s"%1 }}', TemplateRuntimeError, 'format requires a mapping'] as const,
    ['{{ "%(z)s"%{"a":1} }}', TemplateRuntimeError, "'z'"] as const,
    ['{{ "%q"%1 }}', TemplateRuntimeError, "unsupported format character 'q' (0x71) at index 1"] as const,
    ['{{ "%"%1 }}', TemplateRuntimeError, 'incomplete format'] as const,
    ['{{ "%c"%"ab" }}', TemplateRuntimeError, '%c requires int or char'] as const,
    ['{{ "abc"%1 }}', TemplateRuntimeError, 'not all arguments converted during string formatting'] as const,
    ['{{ "%(a"%{} }}', TemplateRuntimeError, 'incomplete format key'] as const,
    ['{{ "%*d"%("a",1) }}', TemplateRuntimeError, '* wants int'] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
