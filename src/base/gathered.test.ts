import { describe, expect, it } from 'vitest';
import { Gathered } from './gathered.js';

/** Everything that the event loop has ready is done. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

/** What is gathered in groups, each of which is at work until `next` is called. */
function gathered() {
  const groups: (readonly string[])[] = [];
  let next = () => {};
  const all = new Gathered<string>((group) => {
    groups.push(group);
    return new Promise((done) => {
      next = done;
    });
  });
  return { all, groups, next: () => next() };
}

describe('what is gathered', () => {
  it('is handed over together when it comes at the same time', async () => {
    const { all, groups } = gathered();
    all.add('a');
    all.add('b');
    expect(groups).toEqual([]);
    await soon();
    expect(groups).toEqual([['a', 'b']]);
  });

  it('waits for the group before it, and is the next one', async () => {
    const { all, groups, next } = gathered();
    all.add('a');
    await soon();
    all.add('b');
    await soon();
    all.add('c');
    await soon();
    expect(groups).toEqual([['a']]);
    next();
    await soon();
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('begins again after a rest', async () => {
    const { all, groups, next } = gathered();
    all.add('a');
    await soon();
    next();
    await soon();
    all.add('b');
    await soon();
    expect(groups).toEqual([['a'], ['b']]);
  });
});
