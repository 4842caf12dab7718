/** Letters that may follow the stem within the same word: `caches`, `cached`, `caching`. */
const LONGEST_ENDING = 4;

/**
 * How often a word that begins with the stem stands in a text, be it within a name: `cach` is found in
 * `clearCache`, `cached_items` and `CACHE`, not in `geocaching`.
 *
 * @param lower the text in lower case
 */
export function countWords(text: string, lower: string, stem: string): number {
  // Lower case of a few letters is longer; the places would not fit.
  const original = text.length === lower.length ? text : lower;
  let count = 0;
  for (let at = lower.indexOf(stem); at >= 0; at = lower.indexOf(stem, at + stem.length)) {
    if (beginsWord(original, at) && endsWordSoon(original, at + stem.length)) count += 1;
  }
  return count;
}

function beginsWord(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (
    !isLetter(before) ||
    (isUpper(text.charAt(at)) && !isUpper(before)) ||
    (isLower(text.charAt(at + 1)) && isUpper(text.charAt(at)))
  );
}

function endsWordSoon(text: string, from: number): boolean {
  const upper = isUpper(text.charAt(from - 1));
  for (let at = from; at <= from + LONGEST_ENDING; at += 1) {
    const character = text.charAt(at);
    if (!isLetter(character) || (!upper && isUpper(character))) return true;
  }
  return false;
}

function isLetter(character: string): boolean {
  return isLower(character) || isUpper(character);
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase() || /^\p{Lo}$/u.test(character);
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}
