import { describe, expect, it } from 'vitest';
import { RandomSource } from '../../../statistics/random/random-source.js';
import { partnerFor } from './partner-for.js';
import { type Member, Pool } from './pool.js';
import { ScoreSheet } from './score-sheet.js';

/** A member with these scores, whose answers all cost the same. */
function member(
  name: string,
  scores: readonly number[],
  more: Partial<Member> & { cost?: number } = {},
): Member {
  const { cost = 1, ...changed } = more;
  const rows = scores.map((_, at) => ({ row: at + 1, input: {}, expected: null }));
  const sheet = new ScoreSheet(rows);
  sheet.add(
    rows.map((row, at) => ({ row, answer: '', checks: [], score: scores[at] ?? 0, rivalScore: null, cost })),
  );
  return {
    ...{ name, arm: 'reflective', origin: 'reflection', parents: [], template: name },
    ...{ sheet, practice: new ScoreSheet([]) },
    ...changed,
  };
}

function poolOf(members: readonly Member[], goal: 'score' | 'score-then-cost' = 'score', matters = 0): Pool {
  const pool = new Pool({ goal, matters });
  for (const one of members) pool.add(one);
  return pool;
}

/** How often each member is drawn in 1,000 draws. */
function drawn(draw: (random: RandomSource) => Member | undefined): Record<string, number> {
  const random = new RandomSource('draws');
  const counts: Record<string, number> = {};
  for (let draws = 0; draws < 1000; draws++) {
    const name = draw(random)?.name ?? 'nobody';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('a pool', () => {
  it('draws parents from the front, the likelier the more rows they are best at', () => {
    const pool = poolOf([
      member('start', [0, 0, 0, 0]),
      member('a', [1, 1, 1, 0]),
      member('b', [0, 0, 0, 1]),
    ]);
    const counts = drawn((random) => pool.drawFromFront(random));
    expect(Object.keys(counts).sort()).toEqual(['a', 'b']);
    expect(counts.a).toBeGreaterThan(700);
    expect(counts.a).toBeLessThan(800);
  });

  it('draws by the bootstrap who may be the best, and hardly who is not', () => {
    const rows = Array.from({ length: 40 }, (_, at) => at);
    const pool = poolOf([
      member(
        'poor',
        rows.map((row) => (row < 4 ? 1 : 0)),
      ),
      member(
        'good',
        rows.map((row) => (row < 30 ? 1 : 0)),
      ),
      member(
        'better',
        rows.map((row) => (row > 8 ? 1 : 0)),
      ),
    ]);
    const counts = drawn((random) => pool.drawByBootstrap(random));
    expect(counts.poor).toBeUndefined();
    expect(counts.good).toBeGreaterThan(200);
    expect(counts.better).toBeGreaterThan(counts.good ?? 0);
  });

  it('ranks by the score, and of those that are as good the shorter one first', () => {
    const pool = poolOf([
      member('long', [1, 0], { template: 'a long one' }),
      member('short', [0, 1], { template: 'short' }),
      member('best', [1, 0.5]),
    ]);
    expect(pool.ranking.map(({ name }) => name)).toEqual(['best', 'short', 'long']);
  });

  it('puts the cheapest first of those that are about as good, where the cost counts', () => {
    const members = [
      member('best', [1, 1], { cost: 9 }),
      member('cheap', [1, 0.95], { cost: 3 }),
      member('poor', [0, 0], { cost: 1 }),
    ];
    expect(poolOf(members, 'score-then-cost', 0.05).ranking.map(({ name }) => name)).toEqual([
      'cheap',
      'best',
      'poor',
    ]);
    expect(poolOf(members, 'score-then-cost', 0.01).ranking.map(({ name }) => name)).toEqual([
      'best',
      'cheap',
      'poor',
    ]);
  });
});

describe('the partner of a member', () => {
  const one = member('a', [1, 1, 0, 0]);
  const child = member('c', [1, 0, 1, 1], { parents: ['a'] });
  const other = member('b', [0, 0, 1, 0]);
  const pool = poolOf([one, child, other]);

  it('is who adds most, and no descendant', () => {
    expect(partnerFor(one, poolOf([one, other]), () => false)?.name).toBe('b');
    expect(partnerFor(one, poolOf([one, child]), () => false)).toBeNull();
  });

  it('is nobody who was tried, and nobody outside of the front', () => {
    expect(partnerFor(one, poolOf([one, other]), () => true)).toBeNull();
    expect(pool.front.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(partnerFor(one, pool, () => false)).toBeNull();
  });
});
