import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compile, TemplateError } from './index.js';

/** What reading any prototype would print, and what running any payload would leave behind. */
const LEAKED = 'LEAKED';
const BAIT = 'bait';
const prototypes = [
  Object.prototype,
  Function.prototype,
  Array.prototype,
  String.prototype,
  Number.prototype,
  Boolean.prototype,
  BigInt.prototype,
  Map.prototype,
  Date.prototype,
];

let ran: string[] = [];

beforeAll(() => {
  for (const prototype of prototypes)
    Object.defineProperty(prototype, BAIT, { value: LEAKED, configurable: true });
});
afterAll(() => {
  for (const prototype of prototypes) Reflect.deleteProperty(prototype, BAIT);
});
afterEach(() => {
  ran = [];
  Reflect.deleteProperty(globalThis, 'escaped');
});

class Account {
  readonly owner = 'Ada';
  static make(): void {
    ran.push('static method');
  }
  get bait(): string {
    ran.push('getter');
    return LEAKED;
  }
  reveal(): string {
    ran.push('method');
    return LEAKED;
  }
  toString(): string {
    ran.push('toString');
    return LEAKED;
  }
  toJSON(): string {
    ran.push('toJSON');
    return LEAKED;
  }
  [Symbol.toPrimitive](): string {
    ran.push('toPrimitive');
    return LEAKED;
  }
  *[Symbol.iterator](): Iterable<string> {
    ran.push('iterator');
    yield LEAKED;
  }
}

/** Looks at what is asked of it: nothing but its own key may be. */
const watched = new Proxy(
  { own: 'yes' },
  {
    get: (target, key, receiver) => {
      if (key !== 'own') ran.push(`get ${String(key)}`);
      return Reflect.get(target, key, receiver);
    },
    set: () => Boolean(ran.push('set')),
    defineProperty: () => Boolean(ran.push('defineProperty')),
    deleteProperty: () => Boolean(ran.push('deleteProperty')),
  },
);

const context = {
  account: new Account(),
  type: Account,
  run: () => ran.push('function'),
  watched,
  symbols: { [Symbol('key')]: LEAKED, [Symbol.for('bait')]: LEAKED },
  parsed: JSON.parse('{"a": 1, "__proto__": {"bait": "own"}}'),
  bare: Object.create(null),
  inherited: Object.create({ inherited: LEAKED }),
  plain: { a: 1 },
  items: [1, 'b', null],
  word: 'word',
  map: new Map([['a', 1]]),
  day: new Date(0),
  number: 5,
  large: 10n,
  flag: true,
};

/** What a template prints, or that it was refused in the one way in which templates are refused. */
function outcome(source: string): string {
  try {
    return compile(source, { autoescape: source.includes('|e') }).render(context);
  } catch (error) {
    if (error instanceof TemplateError) return 'refused';
    throw error;
  }
}

const values = [
  ...Object.keys(context),
  '""',
  '1',
  '1.5',
  'true',
  'none',
  '[]',
  '{}',
  '()',
  'range(3)',
  'range',
  'cycler',
  'cycler(1)',
  'joiner()',
  'lipsum',
  'namespace(a=1)',
  'dict',
  'dict(a=1).items()',
  '"".join',
  '[].append',
  '({}).update',
  '"<b>"|safe',
  '[1]|map("string")',
  '([{"k": 1}]|groupby("k"))[0]',
  'missing',
  'self',
];

const reads = [
  (value: string) => `{{ (${value}).bait }}`,
  (value: string) => `{{ (${value})["bait"] }}`,
  (value: string) => `{{ (${value})["ba" ~ "it"] }}`,
  (value: string) => `{{ (${value})|attr("bait") }}`,
  (value: string) => `{{ [${value}]|map(attribute="bait")|list }}`,
  (value: string) => `{{ [${value}]|map("attr", "bait")|join }}`,
  (value: string) => `{{ [${value}]|selectattr("bait")|list|length > 0 and "${LEAKED}" }}`,
  (value: string) => `{{ [${value}]|rejectattr("bait", "undefined")|list|length > 0 and "${LEAKED}" }}`,
  (value: string) => `{{ ([${value}]|groupby("bait"))[0].grouper }}`,
  (value: string) => `{{ [${value}]|sum(attribute="bait", start="") }}`,
  (value: string) => `{{ [${value}]|join(attribute="bait") }}`,
  (value: string) => `{{ [${value}]|max(attribute="bait")|attr("bait") }}`,
  (value: string) => `{{ "{0.bait}".format(${value}) }}`,
  (value: string) => `{{ "{0[bait]}".format(${value}) }}`,
  (value: string) => `{{ "{a.bait}".format_map({"a": ${value}}) }}`,
  (value: string) => `{{ ("{0.bait}"|e).format(${value}) }}`,
  (value: string) => `{{ "%(bait)s" % (${value}) }}`,
  (value: string) => `{{ "%(bait)s"|format(**(${value})) }}`,
  (value: string) => `{% set copy = ${value} %}{{ copy.bait }}`,
  (value: string) => `{% with copy = ${value} %}{{ copy["bait"] }}{% endwith %}`,
  (value: string) => `{% for key in [${value}] %}{{ key.bait }}{{ loop.bait }}{% endfor %}`,
  (value: string) => `{% set ns = namespace(${value}) %}{{ ns.bait }}`,
  (value: string) => `{{ dict(${value}).bait }}`,
  (value: string) => `{{ (${value}).get("bait") }}{{ (${value}).get("__proto__").bait }}`,
  (value: string) => `{{ (${value}).__proto__.__proto__.bait }}{{ (${value}).constructor.bait }}`,
];

describe('every way to read an attribute, on every kind of value', () => {
  it.each(reads.map((read) => [read('…'), read] as const))('%s reads no prototype', (_, read) => {
    for (const value of values) {
      const source = read(value);
      expect(outcome(source), source).not.toContain(LEAKED);
      expect(ran, source).toEqual([]);
    }
  });
});

const wholes = [
  '{{ %s }}',
  '{{ %s|tojson }}',
  '{{ %s|pprint }}',
  '{{ %s|string }}',
  '{{ %s ~ "" }}',
  '{{ "%%s %%r %%d" % (%s, %s, %s) }}',
  '{{ %s|list }}',
  '{{ %s|dictsort }}',
  '{{ %s|sort }}',
  '{{ %s|int }}{{ %s|float }}',
  '{{ %s + 1 }}',
  '{{ %s < 1 }}',
  '{{ %s == %s }}{{ %s in [%s] }}',
  '{{ {%s: 1} }}',
  '{{ [%s]|unique|list }}',
  '{{ %s|xmlattr }}{{ %s|urlencode }}',
  '{{ %s|items|list }}',
  '{% for x in %s %}{{ x }}{% endfor %}',
  '{% include %s %}',
  '{{ %s() }}',
  '{{ items|map(%s)|list }}',
  '{{ items|select(%s)|list }}',
  '{{ items|sort(attribute=%s) }}',
  '{% call %s() %}{% endcall %}',
  '{% filter replace("a", %s) %}a{% endfilter %}',
  '{{ range(%s) }}',
  '{{ cycler(%s).next() }}',
];

describe('using a value as a whole', () => {
  it.each(wholes)('%s runs nothing of the caller', (whole) => {
    for (const value of Object.keys(context)) {
      const source = whole.replaceAll('%s', value).replaceAll('%%', '%');
      expect(outcome(source), source).not.toContain(LEAKED);
      expect(ran, source).toEqual([]);
    }
  });
});

/** Written for other engines; each would set `escaped`, or print a secret, where it worked. */
const payloads = [
  '{{ constructor.constructor("globalThis.escaped = 1")() }}',
  '{{ "".constructor.constructor("globalThis.escaped = 1")() }}',
  '{{ range.constructor("globalThis.escaped = 1")() }}',
  '{{ range["con" ~ "structor"]("globalThis.escaped = 1")() }}',
  '{{ range|attr("constructor")("globalThis.escaped = 1") }}',
  '{{ "".sub.constructor("globalThis.escaped = 1")() }}',
  '{{ [].filter.constructor("globalThis.escaped = 1")() }}',
  '{{ [].map.call.constructor("globalThis.escaped = 1")() }}',
  '{{ (({}).toString.constructor)("globalThis.escaped = 1")() }}',
  '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
  '{{ joiner.__init__.__globals__.__builtins__.eval("1") }}',
  '{{ lipsum.__globals__["os"].popen("id").read() }}',
  '{{ namespace.__init__.__globals__ }}',
  '{{ self.__init__.__globals__.__builtins__ }}',
  '{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}',
  '{{ ().__class__.__mro__[1].__subclasses__() }}',
  '{{ "".__class__.__base__.__subclasses__()[0]() }}',
  '{{ ""|attr("__cla" ~ "ss__")|attr("__base__") }}',
  '{{ ""|attr(["__cl", "ass__"]|join) }}',
  '{{ "{0.__class__.__init__.__globals__}".format(range) }}',
  '{{ "{0.__class__}"|format_map({"0": 1}) if false else "{x.__class__}".format(x=items) }}',
  '{{ "%(__class__)s" % {"a": 1} }}',
  '{{ items.__getitem__.__self__ }}{{ "".join.__self__ }}{{ "".join.__func__ }}',
  '{{ config.items() }}{{ request.application.__globals__ }}{{ url_for.__globals__ }}',
  '{{ process.mainModule.require("child_process").execSync("id") }}',
  '{{ globalThis.process.env }}{{ global.process.env }}{{ this.process }}{{ window }}',
  '{{ require("fs").readFileSync("/etc/passwd") }}{{ import("fs") }}',
  '{{ eval("globalThis.escaped = 1") }}{{ Function("globalThis.escaped = 1")() }}',
  '{{ run.call(none) }}{{ run.apply(none, []) }}{{ run.bind(none)() }}',
  '{{ type.prototype.reveal() }}{{ type.make() }}{{ type() }}',
  '{{ account.reveal() }}{{ account["reveal"]() }}{{ (account|attr("reveal"))() }}',
  '{{ Reflect.construct(type, []) }}{{ Object.assign({}, account) }}',
  '{% macro m() %}{{ m.constructor("globalThis.escaped = 1")() }}{{ m.__globals__ }}{% endmacro %}{{ m() }}',
  '{% macro m() %}{{ caller.constructor("globalThis.escaped = 1")() }}{% endmacro %}{% call m() %}{% endcall %}',
  '{% for x in [1] %}{{ loop.constructor("globalThis.escaped = 1")() }}{{ loop._iterator }}{% endfor %}',
  '{% block b %}{{ super.constructor }}{{ self.b.constructor }}{% endblock %}',
  '{% set constructor = "constructor" %}{{ range[constructor][constructor]("globalThis.escaped = 1")() }}',
  '{{ [range]|map(attribute="constructor")|first("globalThis.escaped = 1") }}',
  '{{ ["globalThis.escaped = 1"]|map("constructor")|list }}',
  '{{ ["globalThis.escaped = 1"]|map("__proto__")|list }}{{ 1|constructor }}{{ 1|__proto__ }}{{ 1|toString }}',
  '{{ 1 is constructor }}{{ 1 is toString }}{{ [1]|select("hasOwnProperty")|list }}',
  '{{ ({}|attr("__defineGetter__"))("a", range) }}{{ {}.__lookupGetter__("a") }}',
];

const pollutions = [
  '{% set __proto__ = {"bait2": 1} %}',
  '{% set ns = namespace() %}{% set ns.__proto__ = {"bait2": 1} %}',
  '{% set ns = namespace(**{"__proto__": {"bait2": 1}}) %}{{ ns.bait2 }}',
  '{% set ns = namespace() %}{% set ns.constructor = 1 %}{% set ns.prototype = 1 %}',
  '{% set d = {} %}{% do d.update({"__proto__": {"bait2": 1}}) %}{{ d.bait2 }}',
  '{% set d = {"__proto__": {"bait2": 1}} %}{{ d.bait2 }}{{ dict(d).bait2 }}{{ d.copy().bait2 }}',
  '{% set d = dict(__proto__=1, constructor=2) %}{{ d.bait2 }}',
  '{% do plain.__proto__.update({"bait2": 1}) %}',
  '{% do plain.setdefault("__proto__", {}) %}',
  '{% do items.append("bait2") %}',
  '{% do items.extend([1]) %}{% do map.update({"bait2": 1}) %}',
  '{% set plain.bait2 = 1 %}',
  '{% for __proto__ in [1] %}{{ bait2 }}{% endfor %}',
  '{% macro __proto__(bait2=1) %}{% endmacro %}{% from "x" import __proto__ %}',
  '{% with constructor = {"prototype": {"bait2": 1}} %}{{ bait2 }}{% endwith %}',
];

describe('a known payload', () => {
  it.each([...payloads, ...pollutions])('%s does nothing', (source) => {
    const before = JSON.stringify(context, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    ran = [];
    expect(outcome(source)).not.toMatch(/native code|uid=|bait2|LEAKED|PATH|function /);
    expect('escaped' in globalThis || 'bait2' in {} || 'bait2' in []).toBe(false);
    expect(ran).toEqual([]);
    const after = JSON.stringify(context, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    expect(after).toBe(before);
  });
});
