import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, TemplateError } from './index.js';

class Account {
  readonly owner = 'Ada';
  get secret(): string {
    throw new Error('a getter ran');
  }
  reveal(): string {
    throw new Error('a method ran');
  }
}

function hostile(): Record<string, unknown> {
  return {
    account: new Account(),
    run: () => {
      throw new Error('a function ran');
    },
    plain: { a: 1 },
    items: [1, 2],
    text: 'text',
    dangerous: JSON.parse('{"__proto__": {"polluted": true}, "constructor": "own"}'),
  };
}

/** What a template prints, or the message of its error. */
function attempt(source: string): string {
  try {
    return compile(source, { loader: () => undefined }).render(hostile());
  } catch (error) {
    if (error instanceof TemplateError) return `refused: ${error.message}`;
    throw error;
  }
}

describe('prototypes, constructors and globals', () => {
  it.each([
    'plain.constructor',
    'plain.__proto__',
    'plain["__proto__"]',
    'plain["constructor"]',
    'plain.hasOwnProperty',
    'plain|attr("constructor")',
    'plain|attr("__proto__")',
    'text.constructor',
    'text["length"]',
    'items.map',
    'items.push',
    'items["length"]',
    'items["constructor"]',
    'run.constructor',
    'run.call',
    'run.prototype',
    'range.constructor',
    'cycler.__init__',
    'lipsum.__globals__',
    'joiner.prototype',
    'namespace().constructor',
    'namespace().__proto__',
    'account.secret',
    'account.reveal',
    'account.constructor',
    'text.upper.constructor',
    'text.upper.__self__',
    'self.constructor',
    'constructor',
    '__proto__',
    'toString',
    'globalThis',
    'process',
    'require',
    'this',
    'Object',
  ])('%s is not there', (expression) => {
    expect(attempt(`[{{ ${expression} }}]`)).toBe('[]');
  });

  it.each([
    '{{ "".constructor.constructor("return process")() }}',
    '{{ plain["constructor"]["constructor"]("return 1")() }}',
    '{{ [plain]|map(attribute="constructor.constructor")|list }}',
    '{{ [plain]|map(attribute="__proto__.x")|list }}',
    '{{ "{0.constructor}".format(plain) }}',
    '{{ "{0.__class__}".format(text) }}',
    '{{ "{a[__proto__]}".format_map({"a": plain}) }}',
    '{{ cycler.__init__.__globals__.os.popen("id") }}',
    '{{ self._TemplateReference__context }}{{ self.x.y }}',
    '{{ run() }}',
    '{{ account.reveal() }}',
    '{{ items.map(run) }}',
    '{{ items|map(run)|list }}',
    '{{ items|sort(attribute="constructor.x")|list }}',
    '{% call run() %}{% endcall %}',
    '{% do items.append(3) %}',
    '{% do plain.update({"a": 2}) %}',
    '{% set plain.a = 2 %}',
    '{{ ().__class__.__base__.__subclasses__() }}',
    '{% include constructor %}',
    '{% extends plain %}',
  ])('%s is refused', (source) => {
    expect(attempt(source)).toMatch(/^refused: /);
  });

  it('reads own keys whatever their name, and nothing behind them', () => {
    expect(
      attempt('{{ dangerous.constructor }}{{ dangerous["__proto__"].polluted }}{{ dangerous.polluted }}'),
    ).toBe('ownTrue');
    expect(attempt('{{ account.owner }}')).toBe('Ada');
  });
});

describe('pollution', () => {
  it('cannot be done through set, namespace or dicts', () => {
    const source =
      '{% set __proto__ = {"polluted": 1} %}{% set ns = namespace() %}{% set ns.__proto__ = {"polluted": 1} %}' +
      '{% set d = {} %}{% do d.update({"__proto__": {"polluted": 1}}) %}{% set constructor = 1 %}' +
      '{{ polluted }}|{{ ns.polluted }}|{{ d.polluted }}|{{ namespace().polluted }}';
    expect(attempt(source)).toBe('|||');
    expect('polluted' in {}).toBe(false);
  });

  it('leaves the context as it was', () => {
    const context = hostile();
    const before = JSON.stringify(context);
    compile(
      '{% set plain = 1 %}{% set text = 2 %}{% for items in items %}{% set items = 3 %}{% endfor %}',
    ).render(context);
    expect(JSON.stringify(context)).toBe(before);
  });
});

describe('values', () => {
  it('are never read as template code', () => {
    const templateish = fc.string({
      unit: fc.constantFrom('{{', '}}', '{%', '%}', '{#', '#}', 'a', ' ', '|', '"', '\n'),
    });
    const template = compile('<{{ value }}>');
    fc.assert(
      fc.property(templateish, (value) => {
        expect(template.render({ value })).toBe(`<${value}>`);
      }),
    );
  });

  it('print as they are, also with unpaired surrogates and NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(compile('{{ value }}').render({ value })).toBe(value);
      }),
    );
  });
});
