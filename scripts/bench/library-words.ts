const SYLLABLES = [
  'ba',
  'co',
  'di',
  'fu',
  'ge',
  'ha',
  'ji',
  'ko',
  'lu',
  'me',
  'na',
  'po',
  'ri',
  'so',
  'tu',
  've',
];
const VOCABULARY = 4000;

/** Words as texts have them, few often and many seldom; the same ones in every run. */
export class LibraryWords {
  #state = 1;

  next(): string {
    // The cube makes the first words common and the last ones rare.
    return wordOf(Math.floor(this.#random() ** 3 * VOCABULARY));
  }

  /** About so many characters of words. */
  text(characters: number): string {
    let text = this.next();
    while (text.length < characters) text += ` ${this.next()}`;
    return text;
  }

  /** A linear congruential generator, from 0 to 1. */
  #random(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }
}

/** Three syllables for every number. */
function wordOf(number: number): string {
  const { length } = SYLLABLES;
  return [number % length, Math.floor(number / length) % length, Math.floor(number / length ** 2) % length]
    .map((at) => SYLLABLES[at])
    .join('');
}
