import { describe, expect, it } from 'vitest';
import { frontWeights } from './pareto-front.js';
import { passesAnywhere } from './passes-anywhere.js';
import { rivalsAmong } from './rivals.js';
import { callsToSettle } from './settle.js';
import { AllowanceUsedUp, Wallet } from './wallet.js';

describe('the Pareto front', () => {
  it('leaves out who is best only where others are as well', () => {
    const winners = [new Set([0, 1]), new Set([1, 2]), new Set([2])];
    expect(frontWeights(winners, [0, 1, 2])).toEqual([0, 2, 2]);
    expect(frontWeights([new Set([0]), new Set([1, 2])], [1, 0, 2])).toEqual([1, 0, 1]);
  });

  it('keeps somebody where all are as good', () => {
    const weights = frontWeights([new Set([0, 1, 2]), new Set([0, 1, 2])], [2, 1, 0]);
    expect(weights).toEqual([2, 0, 0]);
  });
});

describe('a wallet', () => {
  it('refuses calls that would be too many, and asks nothing for those it had', () => {
    const wallet = new Wallet({ calls: 3, cost: null });
    for (const key of ['a', 'b']) wallet.pay('row', key, null);
    expect(wallet.affords('row', ['a', 'b', 'c'])).toBe(true);
    expect(() => wallet.require('row', ['c', 'd'])).toThrow(AllowanceUsedUp);
    wallet.pay('row', 'a', null);
    expect(wallet.calls).toBe(2);
  });

  it('expects of the next calls what the dearest one of their kind has cost', () => {
    const wallet = new Wallet({ calls: null, cost: 100 });
    wallet.pay('row', 'a', 5);
    wallet.pay('row', 'b', 10);
    wallet.pay('reflection', 'r', 30);
    expect(wallet.affords('row', ['c', 'd', 'e', 'f', 'g'])).toBe(true);
    expect(wallet.affords('row', ['c', 'd', 'e', 'f', 'g', 'h'])).toBe(false);
    expect(wallet.affords('reflection', ['s', 't'])).toBe(false);
  });

  it('leaves alone what is set aside', () => {
    const wallet = new Wallet({ calls: 10, cost: null });
    wallet.keep(9);
    expect(wallet.affords('row', ['a', 'b'])).toBe(false);
    wallet.keep(0);
    expect(wallet.affords('row', ['a', 'b'])).toBe(true);
  });
});

describe('answers that would pass anywhere', () => {
  it('are noticed when they are what a score has risen by', () => {
    const start = { score: 0.5, rivalScore: 0 };
    expect(passesAnywhere({ score: 1, rivalScore: 1 }, start)).toBe(true);
    expect(passesAnywhere({ score: 1, rivalScore: 0.05 }, start)).toBe(false);
    expect(passesAnywhere({ score: 0.5, rivalScore: 0.2 }, start)).toBe(true);
    expect(passesAnywhere({ score: 1, rivalScore: null }, start)).toBe(false);
  });

  it('are held against what other rows expect that expect something else', () => {
    const rows = ['a', 'b', ' a', null, 'c'].map((expected, at) => ({ row: at + 1, input: {}, expected }));
    expect([...rivalsAmong(rows).values()]).toEqual([
      ['b', 'c'],
      [' a', 'c', 'a'],
      ['c', 'b'],
      [],
      ['a', 'b', ' a'],
    ]);
  });
});

it('what is set aside to ask again is no more than a part of the calls', () => {
  expect(callsToSettle(10, 1000)).toBe(70);
  expect(callsToSettle(10, 200)).toBe(50);
  expect(callsToSettle(10, 120)).toBe(30);
  expect(callsToSettle(10, 60)).toBe(0);
  expect(callsToSettle(10, null)).toBe(70);
});
