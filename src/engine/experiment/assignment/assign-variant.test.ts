import { describe, expect, it } from 'vitest';
import { type AssignmentDesign, assignVariant } from './assign-variant.js';
import { bucketOf } from './bucket.js';

const design: AssignmentDesign = {
  seed: 'tone',
  hashVersion: 2,
  variants: 2,
  coverage: 1,
  weights: null,
  namespace: null,
  holdOut: null,
};
const units = Array.from({ length: 10_000 }, (_, at) => `unit ${at}`);

function variantOf(unit: string, changes: Partial<AssignmentDesign> = {}): number | string {
  const assignment = assignVariant({ ...design, ...changes }, unit);
  return assignment.is === 'assigned' ? assignment.variant : assignment.why;
}

describe('the place of a unit', () => {
  it.each([
    ['an ordinary text', 'user 42', 0.9725, 0.836],
    ['a letter as one character', '\u00e9', 0.7317, 0.684],
    ['the same letter as two characters', 'e\u0301', 0.0125, 0.431],
    ['a character beyond U+FFFF', '\u{1f600}', 0.6587, 0.648],
    ['a lone surrogate', '\ud83d', 0.3101, 0.92],
    ['another script', '\u6771\u4eac', 0.8509, 0.816],
    ['NUL', '\0', 0.5011, 0.939],
  ])('is pinned for %s', (_, unit, second, first) => {
    expect([bucketOf('tone', unit, 2), bucketOf('tone', unit, 1)]).toEqual([second, first]);
  });
});

describe('assigning', () => {
  it('gives variants as often as they weigh', () => {
    const counts = [0, 0, 0];
    for (const unit of units) {
      const variant = variantOf(unit, { variants: 3, weights: [0.2, 0.3, 0.5] });
      if (typeof variant === 'number') counts[variant] = (counts[variant] ?? 0) + 1;
    }
    for (const [variant, expected] of [2000, 3000, 5000].entries())
      expect(Math.abs((counts[variant] ?? 0) - expected)).toBeLessThan(200);
  });

  it('moves nobody from one variant to another when coverage rises', () => {
    const moved = units.filter((unit) => {
      const before = variantOf(unit, { coverage: 0.3 });
      return before !== 'coverage' && before !== variantOf(unit, { coverage: 0.8 });
    });
    expect(moved).toEqual([]);
    expect(units.filter((unit) => variantOf(unit, { coverage: 0.3 }) === 'coverage').length).toBeGreaterThan(
      6500,
    );
  });

  it('leaves the same units out of every experiment with the same hold-out, and no others', () => {
    const holdOut = { name: 'autumn', share: 0.1 };
    const first = units.filter((unit) => variantOf(unit, { holdOut }) === 'hold-out');
    const second = units.filter((unit) => variantOf(unit, { seed: 'length', holdOut }) === 'hold-out');
    expect(second).toEqual(first);
    expect(Math.abs(first.length - 1000)).toBeLessThan(120);
  });

  it('keeps experiments in different parts of a namespace apart', () => {
    const [one, other] = [
      { namespace: { name: 'texts', from: 0, to: 0.4 } },
      { seed: 'length', namespace: { name: 'texts', from: 0.4, to: 1 } },
    ];
    const inBoth = units.filter(
      (unit) => variantOf(unit, one) !== 'namespace' && variantOf(unit, other) !== 'namespace',
    );
    expect(inBoth).toEqual([]);
    const inNone = units.filter(
      (unit) => variantOf(unit, one) === 'namespace' && variantOf(unit, other) === 'namespace',
    );
    expect(inNone).toEqual([]);
  });

  it('does not tell from one experiment what a unit gets in another', () => {
    const same = units.filter((unit) => variantOf(unit) === variantOf(unit, { seed: 'length' }));
    expect(Math.abs(same.length - 5000)).toBeLessThan(250);
  });

  it('leaves a unit without a name out', () => {
    expect(assignVariant(design, '')).toEqual({ is: 'left-out', why: 'no-unit' });
  });
});
