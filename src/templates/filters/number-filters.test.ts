// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError } from '../index.js';

const context = {};

describe('abs, int, float', () => {
  it.each([
    ['{{ -5|abs }}', '5'],
    ['{{ -5.5|abs }}', '5.5'],
    ['{{ -(10**20)|abs }}', '100000000000000000000'],
    ['{{ true|abs }}', '1'],
    ['{{ 3.7|int }}', '3'],
    ['{{ "3.7"|int }}', '3'],
    ['{{ "abc"|int }}', '0'],
    ['{{ "abc"|int(5) }}', '5'],
    ['{{ "0x1f"|int(0,16) }}', '31'],
    ['{{ "1f"|int(base=16) }}', '31'],
    ['{{ "0b11"|int(0,2) }}', '3'],
    ['{{ "12_3"|int }}', '123'],
    ['{{  " 12 "|int }}', '12'],
    ['{{ none|int }}', '0'],
    ['{{ true|int }}', '1'],
    ['{{ "1e3"|int }}', '1000'],
    ['{{ "inf"|int }}', '0'],
    ['{{ "-7"|int }}', '-7'],
    ['{{ "99999999999999999999"|int }}', '99999999999999999999'],
    ['{{ "3.5"|float }}', '3.5'],
    ['{{ "abc"|float }}', '0.0'],
    ['{{ "abc"|float(1.5) }}', '1.5'],
    ['{{ "inf"|float }}', 'inf'],
    ['{{ "nan"|float }}', 'nan'],
    ['{{ "-inf"|float }}', '-inf'],
    ['{{ "1_0.5"|float }}', '10.5'],
    ['{{ 5|float }}', '5.0'],
    ['{{ none|float }}', '0.0'],
    ['{{ ".5"|float }}', '0.5'],
    ['{{ "5."|float }}', '5.0'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "a"|abs }}', TemplateRuntimeError, "bad operand type for abs(): 'str'"] as const,
    ['{{ none|abs }}', TemplateRuntimeError, "bad operand type for abs(): 'NoneType'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('round', () => {
  it.each([
    ['{{ 2.5|round }}', '2.0'],
    ['{{ 3.5|round }}', '4.0'],
    ['{{ 2.675|round(2) }}', '2.67'],
    ['{{ 42.55|round(1) }}', '42.5'],
    ['{{ 42.55|round(1,"floor") }}', '42.5'],
    ['{{ 42.55|round(1,"ceil") }}', '42.6'],
    ['{{ 42|round }}', '42'],
    ['{{ 45|round(-1) }}', '40'],
    ['{{ 55|round(-1) }}', '60'],
    ['{{ 1234.5|round(-2) }}', '1200.0'],
    ['{{ -2.5|round }}', '-2.0'],
    ['{{ -0.5|round }}', '-0.0'],
    ['{{ 2.5|round|int }}', '2'],
    ['{{ 1234567.891|round(1) }}', '1234567.9'],
    ['{{ 7|round(1,"ceil") }}', '7.0'],
    ['{{ 0.125|round(2) }}', '0.12'],
    ['{{ 0.375|round(2) }}', '0.38'],
    ['{{ 1e20|round }}', '1e+20'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ 42.5|round(0,"x") }}', TemplateRuntimeError, 'method must be common, ceil or floor'] as const,
    ['{{ "a"|round }}', TemplateRuntimeError, "type str doesn't define __round__ method"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('filesizeformat', () => {
  it.each([
    ['{{ 0|filesizeformat }}', '0 Bytes'],
    ['{{ 1|filesizeformat }}', '1 Byte'],
    ['{{ 100|filesizeformat }}', '100 Bytes'],
    ['{{ "1000"|filesizeformat }}', '1.0 kB'],
    ['{{ 1024|filesizeformat(true) }}', '1.0 KiB'],
    ['{{ 1023|filesizeformat(true) }}', '1023 Bytes'],
    ['{{ 1.5|filesizeformat }}', '1 Bytes'],
    ['{{ 999999|filesizeformat }}', '1000.0 kB'],
    ['{{ 1e27|filesizeformat }}', '1000.0 YB'],
    ['{{ -5|filesizeformat }}', '-5 Bytes'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "a"|filesizeformat }}', TemplateRuntimeError, "could not convert string to float: 'a'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
