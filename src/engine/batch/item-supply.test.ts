import { describe, expect, it } from 'vitest';
import type { ClaimedItem } from './batch.js';
import { ItemSupply } from './item-supply.js';

const ROUND = 4;

/** A batch whose items are claimed a round at a time, and what became of that. */
function supplyOf(count: number, fails: (claim: number) => boolean = () => false) {
  let [left, claims] = [count, 0];
  const given: number[] = [];
  const claim = async (most: number) => {
    if (fails(++claims)) throw new Error(`claim ${claims} failed`);
    const first = count - left + 1;
    const taken = Math.min(most, left);
    left -= taken;
    return Array.from({ length: taken }, (_, at) => itemAt(first + at));
  };
  const giveBack = (items: readonly ClaimedItem[]) =>
    void given.push(...items.map(({ position }) => position));
  return { supply: new ItemSupply(claim, giveBack, ROUND), given, claims: () => claims };
}

function itemAt(position: number): ClaimedItem {
  return { position, row: position, repetition: 1, calls: 0, input: {} };
}

/** So many items, one after the other. */
async function take(supply: ItemSupply, count: number): Promise<(number | null)[]> {
  const taken: (number | null)[] = [];
  for (let at = 0; at < count; at++) taken.push((await supply.next())?.position ?? null);
  return taken;
}

describe('the items of a batch', () => {
  it('come in their order, whoever takes them, and then none', async () => {
    const { supply } = supplyOf(10);
    const [one, other] = await Promise.all([take(supply, 6), take(supply, 6)]);
    expect([...one, ...other].filter((position) => position !== null).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, at) => at + 1),
    );
    expect([...one, ...other].filter((position) => position === null)).toHaveLength(2);
  });

  it('are claimed ahead when half of a round is left', async () => {
    const { supply, claims } = supplyOf(100);
    await take(supply, 1);
    expect(claims()).toBe(1);
    await take(supply, 1);
    expect(claims()).toBe(2);
    await take(supply, 1);
    expect(claims()).toBe(2);
  });

  it('are there for whoever takes them when claiming ahead fails, and that is told when none is left', async () => {
    const { supply } = supplyOf(100, (claim) => claim === 2);
    expect(await take(supply, ROUND + 1)).toEqual([1, 2, 3, 4, 5]);
    const broken = supplyOf(100, (claim) => claim > 1).supply;
    expect(await take(broken, ROUND)).toEqual([1, 2, 3, 4]);
    await expect(broken.next()).rejects.toThrow(/^claim \d failed$/);
  });

  it('go back when nothing more is wanted, also those that are being claimed', async () => {
    const { supply, given } = supplyOf(100);
    await take(supply, 2);
    supply.end();
    expect(await supply.next()).toBeNull();
    await expect.poll(() => given.toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8]);
  });
});
