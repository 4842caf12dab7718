import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrderOfNeed } from './in-order-of-need.js';

/** A prompt that brings in others. */
const needing = (name: string, ...others: readonly string[]) => ({
  name,
  document: {
    messages: [{ role: 'user', text: others.map((other) => `{% include "${other}" %}`).join('') } as const],
  },
});

const names = (prompts: readonly { readonly name: string }[]) => prompts.map(({ name }) => name);

describe('prompts in order of need', () => {
  it('stand behind what they bring in, by whatever version', () => {
    const prompts = [needing('a', 'b@production', 'gone'), needing('b', 'c'), needing('c')];
    expect(names(inOrderOfNeed(prompts))).toEqual(['c', 'b', 'a']);
  });

  it('keep their order otherwise', () => {
    expect(names(inOrderOfNeed([needing('b'), needing('c'), needing('a')]))).toEqual(['b', 'c', 'a']);
  });

  it('are all there when they bring each other in, or are no templates', () => {
    const broken = { name: 'd', document: { messages: [{ role: 'user', text: '{% if %}' } as const] } };
    const prompts = [needing('a', 'b'), needing('b', 'a'), needing('c', 'c'), broken];
    expect(names(inOrderOfNeed(prompts)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('come to an end on a long way', () => {
    const prompts = Array.from({ length: 20_000 }, (_, at) => needing(`p${at}`, `p${at + 1}`));
    expect(names(inOrderOfNeed(prompts))).toEqual(names(prompts.toReversed()));
  });

  it('stand behind what they bring in, whatever brings in what without a circle', () => {
    const needs = fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { maxLength: 10 });
    fc.assert(
      fc.property(needs, (lists) => {
        // Each brings in only such as have a greater number, so that there is no circle.
        const below = lists.map((list, at) => list.filter((other) => other > at && other < lists.length));
        const ordered = names(
          inOrderOfNeed(below.map((list, at) => needing(`p${at}`, ...list.map((n) => `p${n}`)))),
        );
        for (const [at, list] of below.entries()) {
          for (const other of list)
            expect(ordered.indexOf(`p${other}`)).toBeLessThan(ordered.indexOf(`p${at}`));
        }
        expect(ordered.toSorted()).toEqual(lists.map((_, at) => `p${at}`).sort());
      }),
    );
  });
});
