import { describe, expect, it } from 'vitest';
import { closestName } from './closest-name.js';

const commands = ['plan', 'process', 'analyze', 'save-analysis', 'implement', 'complete', 'show', 'status'];

describe('closestName', () => {
  it.each([
    ['a letter left out', 'implment', 'implement'],
    ['a letter too many', 'planns', 'plan'],
    ['a wrong letter', 'analyse', 'analyze'],
    ['two letters swapped', 'sohw', 'show'],
    ['other case', 'STATUS', 'status'],
    ['several slips in a long name', 'save-anlaysys', 'save-analysis'],
    ['the very name', 'plan', 'plan'],
  ])('finds what was meant: %s', (_, typed, expected) => {
    expect(closestName(typed, commands)).toBe(expected);
  });

  it.each(['frobnicate', 'implementation-of-everything', 'xyz'])('suggests nothing for "%s"', (typed) => {
    expect(closestName(typed, commands)).toBeUndefined();
  });

  it('takes the nearest, and the first of equals', () => {
    expect(closestName('lost', ['last-one', 'list', 'lost+', 'lust'])).toBe('list');
    expect(closestName('lists', ['lusts', 'lists'])).toBe('lists');
  });

  it('takes the only one that holds a piece of three letters or more, when none is near', () => {
    expect(closestName('Shop', ['my-shop', 'other'])).toBe('my-shop');
    expect(closestName('shop', ['my-shop', 'your-shop'])).toBeUndefined();
    expect(closestName('ho', ['my-shop', 'other-things'])).toBeUndefined();
    expect(closestName('shop', ['my-shop', 'ship'])).toBe('ship');
  });

  it('finds nothing among nothing', () => {
    expect(closestName('plan', [])).toBeUndefined();
  });
});
