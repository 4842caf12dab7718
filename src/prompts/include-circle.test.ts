import { describe, expect, it } from 'vitest';
import { includeCircle } from './include-circle.js';

const library: Readonly<Record<string, string>> = {
  'team/role': 'You review.',
  plan: '{% include "steps" %}{% include "team/role" %}',
  steps: '{% if x %}{% include "review" %}{% endif %}',
  'review@1': 'An older one.',
  loop: '{% include "loop" %}',
  broken: '{% if',
};
const fetch = async (name: string) => (Object.hasOwn(library, name) ? library[name] : undefined);
const circle = (name: string, ...texts: string[]) =>
  includeCircle(name, { messages: texts.map((text) => ({ role: 'user', text })) }, fetch);

describe('the way on which a prompt brings itself in', () => {
  it.each([
    ['at once', '{% include "review" %}', ['review', 'review']],
    ['by its newest version', '{% include "review@latest" %}', ['review', 'review']],
    ['through others', '{% include "plan" %}', ['review', 'plan', 'steps', 'review']],
    ['as what it extends', '{% extends "steps" %}', ['review', 'steps', 'review']],
  ])('is told: %s', async (_, text, way) => {
    expect(await circle('review', 'First.', text)).toEqual(way);
  });

  it.each([
    ['an older version', '{% include "review@1" %}'],
    ['what is not there', '{% include "nowhere" %}'],
    ['what is broken', '{% include "broken" %}'],
    ['a circle of others', '{% include "loop" %}'],
    ['a built-in one', '{% extends "builtin/analysis" %}'],
    ['nothing', 'Plain.'],
  ])('is none through %s', async (_, text) => {
    expect(await circle('review', text)).toBeNull();
  });

  it('is found at the end of a long chain', async () => {
    const chain = async (name: string) => {
      const at = Number(name.slice(1));
      return at < 2000 ? `{% include "p${at + 1}" %}` : '{% include "review" %}';
    };
    const content = { messages: [{ role: 'user', text: '{% include "p0" %}' }] } as const;
    expect(await includeCircle('review', content, chain)).toHaveLength(2003);
  });
});
