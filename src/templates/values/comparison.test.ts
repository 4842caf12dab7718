// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, UndefinedError } from '../index.js';

const context = { ages: { bob: 2, ann: 1 } };

describe('comparing', () => {
  it.each([
    ['{{ 1==1.0 }}', 'True'],
    ['{{ 1==True }}', 'True'],
    ['{{ "1"==1 }}', 'False'],
    ['{{ [1]==[1.0] }}', 'True'],
    ['{{ (1,)==[1] }}', 'False'],
    ['{{ {"a":1}=={"a":1.0} }}', 'True'],
    ['{{ {"a":1}=={"b":1} }}', 'False'],
    ['{{ ages=={"bob":2,"ann":1} }}', 'True'],
    ['{{ [1]!=[2] }}', 'True'],
    ['{{ 2**64==18446744073709551616 }}', 'True'],
    ['{{ 1<2<3 }}', 'True'],
    ['{{ 1<3<2 }}', 'False'],
    ['{{ 3>2>1 }}', 'True'],
    ['{{ "a"<"b" }}', 'True'],
    ['{{ "B"<"a" }}', 'True'],
    ['{{ "😀">"\\uffff" }}', 'True'],
    ['{{ [1]<[1,2] }}', 'True'],
    ['{{ (1,2)<(1,3) }}', 'True'],
    ['{{ [2]>=[1,5] }}', 'True'],
    ['{{ none==none }}', 'True'],
    ['{{ missing==other }}', 'True'],
    ['{{ missing==1 }}', 'False'],
    ['{{ range(3)==range(0,3) }}', 'True'],
    ['{{ range(3)==range(4) }}', 'False'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{{ "a"<1 }}', TemplateRuntimeError, "'<' not supported between instances of 'str' and 'int'"] as const,
    [
      '{{ none<1 }}',
      TemplateRuntimeError,
      "'<' not supported between instances of 'NoneType' and 'int'",
    ] as const,
    [
      '{{ {}<{} }}',
      TemplateRuntimeError,
      "'<' not supported between instances of 'dict' and 'dict'",
    ] as const,
    [
      '{{ [1]<(1,) }}',
      TemplateRuntimeError,
      "'<' not supported between instances of 'list' and 'tuple'",
    ] as const,
    ['{{ missing<1 }}', UndefinedError, "'missing' is undefined"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('membership', () => {
  it.each([
    ['{{ 1 in [1,2] }}', 'True'],
    ['{{ 1.0 in [1] }}', 'True'],
    ['{{ "b" in "abc" }}', 'True'],
    ['{{ "bob" in ages }}', 'True'],
    ['{{ 3 not in [2] }}', 'True'],
    ['{{ 2 in range(0,10,2) }}', 'True'],
    ['{{ 3 in range(0,10,2) }}', 'False'],
    ['{{ missing in [1] }}', 'False'],
    ['{{ 1 in missing }}', 'False'],
    ['{{ ("bob",2) in ages.items() }}', 'True'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    [
      '{{ 1 in "abc" }}',
      TemplateRuntimeError,
      "'in <string>' requires string as left operand, not int",
    ] as const,
    ['{{ "x" in none }}', TemplateRuntimeError, "argument of type 'NoneType' is not iterable"] as const,
    ['{{ "x" in 5 }}', TemplateRuntimeError, "argument of type 'int' is not iterable"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});
