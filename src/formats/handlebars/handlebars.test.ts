import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/formats/documents.js';
import { compile } from '../../templates/index.js';
import type { TemplateNode } from '../jinja/node.js';
import { printJinja } from '../jinja/print-jinja.js';
import { printHandlebars } from './print-handlebars.js';
import { readHandlebars } from './read-handlebars.js';
import { HandlebarsError } from './token.js';

const values = {
  name: 'Ada',
  empty: '',
  owner: { name: 'Grace', address: { city: 'Rome' } },
  items: [
    { id: 'a', tags: ['x', 'y'] },
    { id: 'b', tags: [] },
  ],
};

/** What a Handlebars template renders to once it is Jinja2. */
function rendered(template: string): string {
  const { parts, losses } = readHandlebars(template);
  expect(losses).toEqual([]);
  return compile(printJinja(parts.flatMap(({ nodes }) => nodes))).render(values);
}

describe('a Handlebars template', () => {
  // What Handlebars 4.7 makes of them without escaping for HTML.
  it.each([
    ['Hi {{name}} {{{owner.name}}} {{&owner/name}}.', 'Hi Ada Grace Grace.'],
    ['{{#if name}}yes{{else}}no{{/if}} {{#unless empty}}none{{/unless}}', 'yes none'],
    ['{{#if empty}}a{{else if name}}b{{else}}c{{/if}}', 'b'],
    ['{{#each items}}{{@index}}{{id}}{{#if @last}}.{{else}}, {{/if}}{{/each}}', '0a, 1b.'],
    ['{{#each items}}{{../name}} {{this.id}} {{./id}} {{@root.name}};{{/each}}', 'Ada a a Ada;Ada b b Ada;'],
    [
      '{{#each items as |one at|}}{{at}}{{one.id}}{{#each one.tags}}{{this}}{{../id}}{{/each}}{{/each}}',
      '0axaya1b',
    ],
    ['{{#each items}}{{#each tags}}{{this}}{{else}}-{{/each}}{{/each}}', 'xy-'],
    ['{{#with owner}}{{name}} {{address.city}} {{../name}}{{/with}}', 'Grace Rome Ada'],
    ['{{items.[1].id}} {{items.0.id}}', 'b a'],
    ['a\n{{#if name}}\nb\n{{/if}}\nc', 'a\nb\nc'],
    ['a\n  {{#if name}}  \n  b\n  {{/if}}\nc', 'a\n  b\nc'],
    ['a {{#if name}}\nb{{/if}}\nc', 'a \nb\nc'],
    ['{{! note }}\na{{!-- {{x}} --}}b', 'ab'],
    ['a {{~!-- b }} --~}} c{{!--}}d--}}', 'ac'],
    ['a  {{~name~}}\n  b {{~! c ~}} d', 'aAdabd'],
    ['\\{{name}} {{name}}', '{{name}} Ada'],
    ['\\\\{{name}}', '\\Ada'],
    ['{% if %} {# x #} {{name}}', '{% if %} {# x #} Ada'],
  ])('%j renders to %j', (template, text) => {
    expect(rendered(template)).toBe(text);
  });

  it('is parted by roles', () => {
    const { parts } = readHandlebars('{{role "system"}}A{{role "model"}}B{{role \'user\'}}{{name}}');
    expect(parts.map(({ role, nodes }) => [role, printJinja(nodes)])).toEqual([
      [null, ''],
      ['system', 'A'],
      ['assistant', 'B'],
      ['user', '{{ name }}'],
    ]);
  });

  it.each([
    ['a\n{{history}}', 'helper {{history}}', 2],
    ['{{media url=photo}}', 'helper {{media}}', 1],
    ['\n\n{{#list items}}{{other x}}{{/list}}', '{{#list items}}', 3],
    ['{{#if (eq a b)}}x{{else}}y{{/if}}', '{{#if (eq a b)}}', 1],
    ['{{#items}}{{id}}{{/items}}', '{{#items}}', 1],
    ['{{^items}}none{{/items}}', '{{^items}}', 1],
    ['{{> card name=x}}', 'partial {{> card name=x}}', 1],
    ['{{#if a}}{{role "user"}}{{/if}}', '{{role "user"}}', 1],
    ['{{role "tool"}}', '{{role "tool"}}', 1],
    ['{{user-name}}', '{{user-name}}', 1],
    ['{{@state.x}}', '{{@state.x}}', 1],
    ['{{{{raw}}}} {{x}} {{{{/raw}}}}', '{{{{raw}}}}', 1],
  ])('loses what it cannot carry over, once, with its line: %j', (template, what, line) => {
    const { losses } = readHandlebars(template);
    expect(losses).toEqual([{ what, reason: expect.any(String), line }]);
  });

  it.each([
    ['a\n{{name', 'a tag is never closed', 2],
    ['{{#if a}}', '{{#if}} is never closed', 1],
    ['{{#if a}}{{/each}}', '{{/each}} closes what is not open', 1],
    ['{{/if}}', '{{/if}} closes what is not open', 1],
    ['{{else}}', 'an {{else}} that belongs to nothing', 1],
    ['{{{{raw}}}}', 'a raw block is never closed', 1],
    ['{{#if a}}'.repeat(1000), 'blocks lie too deep', 1],
  ])('is refused where it is none: %#', (template, reason, line) => {
    expect(() => readHandlebars(template)).toThrow(HandlebarsError);
    expect(() => readHandlebars(template)).toThrow(
      expect.objectContaining({ line, message: expect.stringContaining(reason) }),
    );
  });

  it.each([
    '{{a}}',
    '{{! ',
    '{{"',
    ' \n',
    '{{!--',
    '{{! a }}',
    '{{!-- a --}}',
    '\\{{',
    '   ',
    '{{#x}}{{/x}}',
    '{{{{',
  ])('is read with %j in it, repeated, in time that grows with it', (part) => {
    try {
      readHandlebars(part.repeat(120_000));
    } catch (error) {
      expect(error).toBeInstanceOf(HandlebarsError);
    }
  });
});

const text = fc.oneof(
  fc.constantFrom(
    '\n',
    '  ',
    'a',
    '\n\n',
    ' \n',
    'b\n',
    '\n  ',
    '\\',
    '{',
    '}}',
    '{{x}}',
    '\\{{',
    '{{/if}}',
    '\t',
  ),
  anyText.map((one) => one.replaceAll('\r', '')),
);

const { nodes: anyNodes } = fc.letrec<{ nodes: TemplateNode[]; node: TemplateNode }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 3 },
    text.map((one): TemplateNode => ({ kind: 'text', text: one })),
    fc.constantFrom<TemplateNode>(
      { kind: 'output', path: ['name'], line: 1 },
      { kind: 'output', path: ['role'], line: 1 },
      { kind: 'output', path: ['owner', 'address', 'city'], line: 1 },
      { kind: 'include', name: 'shared/role@7', line: 1 },
    ),
    fc.record({
      kind: fc.constant('condition' as const),
      path: fc.constantFrom(['name'], ['empty'], ['owner', 'name']),
      when: fc.constantFrom('true' as const, 'false' as const),
      body: tie('nodes'),
      otherwise: tie('nodes'),
      line: fc.constant(1),
    }),
    fc.record({
      kind: fc.constant('loop' as const),
      item: fc.constantFrom('one', 'other'),
      path: fc.constant(['items']),
      body: tie('nodes').map((nodes) => nodes.filter(({ kind }) => kind !== 'include')),
      otherwise: tie('nodes'),
      line: fc.constant(1),
    }),
  ),
}));

describe('a template written as Handlebars', () => {
  it.each([['{{ a }} {{ role }}', '{{a}} {{this.role}}']])('%j is %j', (_, handlebars) => {
    const nodes: TemplateNode[] = [
      { kind: 'output', path: ['a'], line: 1 },
      { kind: 'text', text: ' ' },
      { kind: 'output', path: ['role'], line: 1 },
    ];
    expect(printHandlebars(nodes)).toBe(handlebars);
  });

  it('is read back as it was, unless a brace touches a tag', () => {
    let same = 0;
    let all = 0;
    fc.assert(
      fc.property(anyNodes, (nodes) => {
        const before = printJinja(nodes);
        const written = (() => {
          try {
            return printHandlebars(nodes);
          } catch {
            return null;
          }
        })();
        if (written === null) return;
        all++;
        const touches = /\{(?=\{\{[^!{])|\{\{\{/.test(written);
        const back = (() => {
          try {
            return printJinja(readHandlebars(written).parts.flatMap((part) => part.nodes));
          } catch {
            return null;
          }
        })();
        if (touches) return;
        expect(back).toBe(before);
        same++;
      }),
      { numRuns: 2000 },
    );
    expect(same).toBeGreaterThan(all * 0.6);
  });
});
