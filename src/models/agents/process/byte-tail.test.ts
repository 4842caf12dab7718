import { describe, expect, it } from 'vitest';
import { ByteTail } from './byte-tail.js';

describe('the end of a stream', () => {
  it('is all of it when it is short', () => {
    const tail = new ByteTail(10);
    tail.add(Buffer.from('ab'));
    tail.add(Buffer.from('cd'));
    expect(tail.text()).toBe('abcd');
  });

  it('is its last bytes, however they came', () => {
    for (const size of [1, 3, 50]) {
      const tail = new ByteTail(10);
      const all = 'abcdefghijklmnopqrstuvwxyz';
      for (let from = 0; from < all.length; from += size) tail.add(Buffer.from(all.slice(from, from + size)));
      expect(tail.text()).toBe('qrstuvwxyz');
    }
  });

  it('is empty when nothing came', () => {
    expect(new ByteTail(10).text()).toBe('');
  });
});
