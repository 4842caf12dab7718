import { describe, expect, it } from 'vitest';
import { axisFor, placeOn, ticksOf } from './axis.js';
import { escaped } from './escaped.js';

const place = { left: 0, right: 100 };

describe('an axis', () => {
  it('has all values on it, and 0', () => {
    const axis = axisFor([3, 5], place);
    expect(axis && [placeOn(axis, 0) > 0, placeOn(axis, 5) < 100, placeOn(axis, 99)]).toEqual([
      true,
      true,
      100,
    ]);
    expect(axisFor([0, 0], place)).toBeNull();
    expect(axisFor([], place)).toBeNull();
  });

  it.each([
    [
      [-0.16, 0.24],
      [-0.1, 0, 0.1, 0.2],
    ],
    [
      [0, 0.0005],
      [0, 0.0002, 0.0004],
    ],
    [
      [-3, 1000],
      [0, 250, 500, 750, 1000],
    ],
  ])('of %j has a few round ticks', (values, ticks) => {
    const axis = axisFor(values, place);
    expect(axis && ticksOf(axis)).toEqual(ticks);
  });
});

describe('a text in a page', () => {
  it.each([
    ['<b a="1">&\'', '&lt;b a=&quot;1&quot;&gt;&amp;&#39;'],
    ['a\u0000\u001b[31mb\ud800', 'a\ufffd\ufffd[31mb\ufffd'],
    ['漢字 😀\n', '漢字 😀\n'],
  ])('of %j is %j', (text, shown) => {
    expect(escaped(text)).toBe(shown);
  });
});
