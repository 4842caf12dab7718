// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile } from '../index.js';

const context = { half: 2.5 };

describe('printing floats', () => {
  it.each([
    ['{{ 1.0 }}', '1.0'],
    ['{{ 1e3 }}', '1000.0'],
    ['{{ 1.5e-7 }}', '1.5e-07'],
    ['{{ 1e16 }}', '1e+16'],
    ['{{ 1e15 }}', '1000000000000000.0'],
    ['{{ 1e22 }}', '1e+22'],
    ['{{ 1e21 }}', '1e+21'],
    ['{{ 123456789.123 }}', '123456789.123'],
    ['{{ 0.0001 }}', '0.0001'],
    ['{{ 0.00001 }}', '1e-05'],
    ['{{ 1.5e300 }}', '1.5e+300'],
    ['{{ 5e-324 }}', '5e-324'],
    ['{{ 100000000000000000000.0 }}', '1e+20'],
    ['{{ 1e308*10 }}', 'inf'],
    ['{{ -1e308*10 }}', '-inf'],
    ['{{ half }}', '2.5'],
    ['{{ [1.0, half] }}', '[1.0, 2.5]'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
