/** A word, or a character of a script that is written without spaces between words. */
export interface TextToken {
  /** Folded: the same for letter case, width and invisible characters. */
  readonly text: string;
  /** How much of a word it is. */
  readonly weight: number;
}

const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** A letter of a script without spaces, with its marks; or else a run of letters, marks and digits. */
const TOKEN = new RegExp(`([${UNSPACED}])\\p{M}*|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const INVISIBLE = /\p{Cf}+/gu;
/** A word of such a script has about two characters. */
const WEIGHT_OF_CHARACTER = 0.5;

/**
 * The words of a text, in order, one at a time. Linear in the text.
 *
 * @example [...textTokens('No, 返金!')].map(({ text }) => text) // ['no', '返', '金']
 */
export function* textTokens(text: string): Generator<TextToken> {
  const folded = text.replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  for (const [token, character] of folded.matchAll(TOKEN))
    yield { text: token, weight: character === undefined ? 1 : WEIGHT_OF_CHARACTER };
}
