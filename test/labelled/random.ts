/** A seeded source of choices: the same seed gives the same choices on every machine. */
export interface Random {
  /** A whole number in `[from, to]`. */
  int(from: number, to: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the choices; throws on an empty list. */
  pick<T>(choices: readonly T[]): T;
  /** `count` different choices (fewer when there are fewer), in random order. */
  sample<T>(choices: readonly T[], count: number): T[];
}

/**
 * @param seed any whole number; equal seeds give equal sequences
 * @example createRandom(7).pick(['a', 'b'])
 */
export function createRandom(seed: number): Random {
  const next = mixedCounter(seed);
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[int(0, choices.length - 1)];
    if (choice === undefined) throw new RangeError('nothing to pick from');
    return choice;
  };
  const sample = <T>(choices: readonly T[], count: number): T[] => {
    const rest = [...choices];
    const taken: T[] = [];
    while (taken.length < count && rest.length > 0) taken.push(...rest.splice(int(0, rest.length - 1), 1));
    return taken;
  };
  return { int, chance: (probability) => next() < probability, pick, sample };
}

/** A Weyl sequence through a 32-bit mixer: tiny, and good enough to draw test documents. */
function mixedCounter(seed: number): () => number {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}
