import { describe, expect, it } from 'vitest';
import { onDemand } from './on-demand.js';

class Names {
  readonly #names = new Set<string>();

  async add(name: string): Promise<number> {
    if (name === '') throw new Error('a name has a letter');
    this.#names.add(name);
    return this.#names.size;
  }

  async all(): Promise<string[]> {
    return [...this.#names];
  }
}

/** With how often it was loaded. */
function namesOnDemand() {
  const loaded = { times: 0 };
  const names = onDemand(async () => {
    loaded.times++;
    return new Names();
  });
  return { names, loaded };
}

describe('a repository on demand', () => {
  it('is loaded once, by whoever asks first', async () => {
    const { names, loaded } = namesOnDemand();
    expect(loaded.times).toBe(0);
    await Promise.all([names.add('Ada'), names.add('Grace')]);
    expect(await names.all()).toEqual(['Ada', 'Grace']);
    expect(loaded.times).toBe(1);
  });

  it('gives what its methods give, and throws what they throw', async () => {
    const { names } = namesOnDemand();
    expect(await names.add('Ada')).toBe(1);
    await expect(names.add('')).rejects.toThrow('a name has a letter');
  });

  it('is no promise, so that it can be handed on by functions that are waited for', async () => {
    const { names, loaded } = namesOnDemand();
    const handedOn = await (async () => names)();
    expect(handedOn).toBe(names);
    expect(loaded.times).toBe(0);
  });
});
