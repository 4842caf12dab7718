// What is expected here was recorded from Jinja2 3.1.6 on CPython, on templates of our own.
import { describe, expect, it } from 'vitest';
import { compile, TemplateRuntimeError, TemplateSyntaxError } from '../index.js';

const context = {
  numbers: [3, 1, 2],
  ages: { bob: 2, ann: 1 },
  seven: 7,
  empty: [],
  emoji: 'a😀b',
  tree: [{ n: 1, kids: [{ n: 2, kids: [{ n: 3 }] }, { n: 4 }] }, { n: 5 }],
};

describe('for', () => {
  it.each([
    ['{% for n in numbers %}{{ n }},{% endfor %}', '3,1,2,'],
    ['{% for n in numbers if n > 1 %}{{ loop.index }}{{ n }}{% else %}none{% endfor %}', '1322'],
    ['{% for n in numbers if n > 9 %}{{ n }}{% else %}none{% endfor %}', 'none'],
    ['{% for n in empty %}{% else %}empty{% endfor %}', 'empty'],
    ['{% for n in missing %}x{% else %}empty{% endfor %}', 'empty'],
    ['{% for c in emoji %}{{ c }},{% endfor %}', 'a,😀,b,'],
    ['{% for k in ages %}{{ k }}{% endfor %}', 'bobann'],
    ['{% for k, v in ages.items() %}{{ k }}={{ v }} {% endfor %}', 'bob=2 ann=1 '],
    ['{% for (a, b), c in [((1, 2), 3)] %}{{ a }}{{ b }}{{ c }}{% endfor %}', '123'],
    [
      '{% for n in numbers %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{{ loop.depth }}{{ loop.depth0 }}{{ loop.previtem }}{{ loop.nextitem }}{{ loop.cycle("a", "b") }}{{ loop.changed(n > 1) }}|{% endfor %}',
      '1032TrueFalse3101aTrue|2121FalseFalse31032bTrue|3210FalseTrue3101aTrue|',
    ],
    ['{% for n in range(1000000000) %}{% if n == 3 %}{% break %}{% endif %}{{ n }}{% endfor %}', '012'],
    ['{% for n in numbers %}{% if n == 1 %}{% continue %}{% endif %}{{ n }}{% endfor %}', '32'],
    [
      '{% for a in numbers %}{% for b in numbers %}{% if b == 1 %}{% break %}{% endif %}{{ a }}{{ b }} {% endfor %}{% endfor %}',
      '33 13 23 ',
    ],
    [
      '{% for node in tree recursive %}{{ node.n }}@{{ loop.depth }}{% if node.kids %}({{ loop(node.kids) }}){% endif %}{% endfor %}',
      '1@1(2@2(3@3)4@2)5@1',
    ],
    ['{% for n in numbers %}{{ loop }}{% endfor %}', '<LoopContext 1/3><LoopContext 2/3><LoopContext 3/3>'],
    [
      '{% for n in numbers %}{% for m in numbers %}{{ loop.index }}{% endfor %}{{ loop.index }} {% endfor %}',
      '1231 1232 1233 ',
    ],
    ['{{ loop }}', ''],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });

  it.each([
    ['{% for n in seven %}{% endfor %}', TemplateRuntimeError, "'int' object is not iterable"] as const,
    ['{% for n in none %}{% endfor %}', TemplateRuntimeError, "'NoneType' object is not iterable"] as const,
    [
      '{% for a, b in numbers %}{% endfor %}',
      TemplateRuntimeError,
      'cannot unpack non-iterable int object',
    ] as const,
    [
      '{% for a, b in [(1, 2, 3)] %}{% endfor %}',
      TemplateRuntimeError,
      'too many values to unpack (expected 2)',
    ] as const,
    [
      '{% for a, b in [(1,)] %}{% endfor %}',
      TemplateRuntimeError,
      'not enough values to unpack (expected 2, got 1)',
    ] as const,
    [
      '{% for n in numbers %}{{ loop(numbers) }}{% endfor %}',
      TemplateRuntimeError,
      "The loop must have the 'recursive' marker to be called recursively.",
    ] as const,
    [
      '{% for n in numbers %}{{ loop.cycle() }}{% endfor %}',
      TemplateRuntimeError,
      'no items for cycling given',
    ] as const,
    [
      '{% for loop in numbers %}{% endfor %}',
      TemplateSyntaxError,
      "Can't assign to special loop variable in for-loop target",
    ] as const,
    ['{% for 1 in numbers %}{% endfor %}', TemplateSyntaxError, "can't assign to 'const'"] as const,
    ['{% for a numbers %}{% endfor %}', TemplateSyntaxError, "expected token 'in', got 'numbers'"] as const,
  ])('%j is refused', (source, kind, message) => {
    const run = () => compile(source).render(context);
    expect(run).toThrow(kind);
    expect(run).toThrow(message);
  });
});

describe('what a loop sets stays inside', () => {
  it.each([
    ['{% for n in numbers %}{% set y = n %}{% endfor %}{{ y }}', ''],
    ['{% set y = 0 %}{% for n in numbers %}{{ y }}{% set y = n %}{{ y }} {% endfor %}{{ y }}', '03 01 02 0'],
    ['{% for n in numbers %}{% if loop.first %}{% set y = n %}{% endif %}{{ y }},{% endfor %}', '3,,,'],
    ['{% for seven in numbers %}{{ seven }}{% endfor %}{{ seven }}', '3127'],
  ])('%j renders %j', (source, output) => {
    expect(compile(source).render(context)).toBe(output);
  });
});
