/**
 * How alike two texts are, from 0 (no two neighbouring characters in common) to 1 (the same but for letter case and
 * white space): Dice's coefficient over pairs of neighbouring characters, each counted as often as it occurs. Time and
 * memory are linear in the texts.
 *
 * Source: L. R. Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26 (1945); over pairs of
 * characters: G. W. Adamson and J. Boreham, Information Storage and Retrieval 10 (1974).
 *
 * @example textLikeness('night', 'nacht') === 0.25
 */
export function textLikeness(one: string, other: string): number {
  const [first, second] = [folded(one), folded(other)];
  if (first.join('') === second.join('')) return 1;
  const counts = pairCounts(first);
  let shared = 0;
  for (const pair of pairsOf(second)) {
    const left = counts.get(pair) ?? 0;
    if (left === 0) continue;
    counts.set(pair, left - 1);
    shared++;
  }
  const pairs = Math.max(first.length - 1, 0) + Math.max(second.length - 1, 0);
  return pairs === 0 ? 0 : (2 * shared) / pairs;
}

/** The characters, as whole code points. */
function folded(text: string): readonly string[] {
  return [...text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()];
}

function pairCounts(characters: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const pair of pairsOf(characters)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

function* pairsOf(characters: readonly string[]): Generator<string> {
  for (let at = 1; at < characters.length; at++) yield `${characters[at - 1]}${characters[at]}`;
}
