import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/formats/documents.js';
import { compile } from '../../templates/index.js';
import { literalTemplate } from '../literal-template.js';
import { meaningOf } from './meaning.js';
import { isVariableName, variableName } from './names.js';
import { printJinja } from './print-jinja.js';
import { BeyondNodesError, readJinja } from './read-jinja.js';

const values = { a: 'A', b: { c: 'C' }, list: [{ name: 'x' }, { name: 'y' }], nothing: '', empty: [] };

describe('the template of a text', () => {
  it.each([
    ['Use {{Hostname}} and {% raw %}.', "Use {{ '{{' }}Hostname}} and {{ '{%' }} raw %}."],
    ['a { b } c', 'a { b } c'],
    ['{{{#%', "{{ '{{{#%' }}"],
    ['a\r\n', "a{{ '\\r' }}\n\n"],
    ['{\r', "{{ '{' }}{{ '\\r' }}"],
    ['ends in {', "ends in {{ '{' }}"],
  ])('%j is %j', (text, template) => {
    expect(literalTemplate(text)).toBe(template);
  });

  it('renders to that text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(compile(literalTemplate(text)).render({})).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('renders to that text between values, too', () => {
    const between = fc.property(anyText, anyText, (left, right) => {
      const template = printJinja([
        { kind: 'text', text: left },
        { kind: 'output', path: ['a'], line: 1 },
        { kind: 'text', text: right },
      ]);
      expect(compile(template).render(values)).toBe(`${left}A${right}`);
    });
    fc.assert(between, { numRuns: 500 });
  });
});

/** Templates within what nodes can say, spelled in every way. */
const plainTemplate = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '{{a}}',
          '{{ b.c }}',
          '{{- a -}}',
          '{# note #}',
          '{%- raw -%} {{ x }} {% endraw %}',
          '{{ "{{" }}',
        ],
        ...['{% if a %}yes{% else %}no{% endif %}', '{%- if not nothing +%} y {%- elif a %}z{% endif -%}'],
        ...['{% for one in list %}{{ loop.index0 }}{{ one.name }}\n{% endfor %}', '\n', '  \n', '\r\n'],
        ...['{% for one in empty %}{{ one }}{% else %}none{% endfor %}', "{{ '}}' }}", "{{ '\\'\\\\' }}"],
      ),
      fc.string({ maxLength: 5 }).map((text) => text.replace(/[{}%#]/g, '')),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a template that is read', () => {
  it('renders as it did', () => {
    const alike = fc.property(plainTemplate, (template) => {
      const printed = printJinja(readJinja(template));
      expect(compile(printed).render(values)).toBe(compile(template).render(values));
      expect(printJinja(readJinja(printed))).toBe(printed);
    });
    fc.assert(alike, { numRuns: 1000 });
  });

  it('means the same however it is spelled', () => {
    expect(meaningOf('{{a}}{# note #} b\n')).toBe(meaningOf('{{ a }} b'));
    expect(meaningOf('{{ a|upper }}\n')).toBe('{{ a|upper }}');
    expect(meaningOf('{{ a }}')).not.toBe(meaningOf('{{ b }}'));
  });

  it.each([
    ['one\n{{ a|upper }}', 'the expression a|upper', 2],
    ['{% set a = 1 %}', 'the tag {% set a = 1 %}', 1],
    ['{% for a, b in c %}{% endfor %}', 'the loop {% for a, b in c %}', 1],
    ['{% if a == 1 %}{% endif %}', 'the expression a == 1', 1],
    ['{% if a %}', 'a block that is never closed', 1],
    ['{{ a', 'a tag that is never closed', 1],
    ['{% else %}', 'an "else" that belongs to nothing', 1],
    ['{% if a %}{% endfor %}', 'an "endfor" that belongs to nothing', 1],
    ['{{ true }}', 'the expression true', 1],
    ['{% if a %}'.repeat(100), 'blocks that lie so deep in each other', 1],
  ])('says what is beyond it: %j', (template, reason, line) => {
    const fault = (() => {
      try {
        return readJinja(template);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(BeyondNodesError);
    expect(fault).toMatchObject({ message: reason, line });
  });

  it.each(['{{ "', '{% raw %}', '{#', "{{ '\\", '{', '{{-', '{% '])(
    'reads %j, repeated, in time that grows with it',
    (part) => {
      meaningOf(part.repeat(800_000));
    },
  );
});

describe('the name of a variable', () => {
  it('is one that a template can use', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) =>
          isVariableName(variableName(text)) && variableName(variableName(text)) === variableName(text),
      ),
    );
    expect(['my-name', '1st', 'if', '', 'über'].map(variableName)).toEqual([
      'my_name',
      '_1st',
      'if_',
      '_',
      '_ber',
    ]);
  });
});
