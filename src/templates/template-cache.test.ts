import { expect, it } from 'vitest';
import { TemplateCache } from './index.js';

it('finds a template by its content and name', () => {
  const templates = new TemplateCache({ undefined: 'strict' });
  const first = templates.compile('{{ a }}');
  expect(templates.compile('{{ a }}')).toBe(first);
  expect(templates.compile('{{ a }}', 'other')).not.toBe(first);
  expect(templates.compile('{{ b }}')).not.toBe(first);
});

it('applies its options to every template', () => {
  const templates = new TemplateCache({ undefined: 'strict', globals: { version: 3 } });
  expect(() => templates.compile('{{ a }}').render()).toThrow("'a' is undefined");
  expect(templates.compile('{{ version }}').render()).toBe('3');
});

it('keeps no more than it is told to', () => {
  const templates = new TemplateCache({}, 1);
  const first = templates.compile('1');
  templates.compile('2');
  expect(templates.compile('1')).not.toBe(first);
});
