/** Control characters but tab and line feed, and the marks that readers of text drop or take for line ends. */
const FRAGILE = /[\0-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/**
 * Whether a text holds characters that a text file may not bring back: a lone surrogate, NUL, a carriage
 * return and the like.
 *
 * @example writtenWithEscapes('a\r\n') && !writtenWithEscapes('a\n')
 */
export function writtenWithEscapes(text: string): boolean {
  return FRAGILE.test(text) || !text.isWellFormed();
}
