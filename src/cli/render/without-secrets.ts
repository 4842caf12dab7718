import { findSecrets, redactSecrets } from '../../base/text/secrets.js';

/** Of these characters all credentials are made, but for private keys. */
const WORD_CHARACTER = /[0-9A-Za-z_.-]/;
/** Longer than any credential, in UTF-16 units; what is held back does not grow far beyond it. */
const LONGEST_SECRET = 8200;
const BLOCK = '-----BEGIN ';
const BLOCK_TITLE = /^-----BEGIN [A-Z ]{0,50}-----/;
const TITLE_BEGUN = /^-----BEGIN [A-Z ]{0,50}-{0,4}$/;
const BLOCK_END = /-----END[A-Z ]{1,40}-----/;

/**
 * {@link redactSecrets} for a text that comes bit by bit. A word is held back until its end is there, and a
 * block that may be a private key until it is closed, each for so long as it may still be a credential.
 */
export class WithoutSecrets {
  #held = '';

  /** What can be shown by now. */
  push(bit: string): string {
    const text = this.#held + bit;
    const words = endOfWords(text);
    const end = openBlock(text.slice(0, words)) ?? words;
    this.#held = text.slice(end);
    return redactSecrets(text.slice(0, end));
  }

  /** What is left when nothing comes any more. */
  end(): string {
    const rest = redactSecrets(this.#held);
    this.#held = '';
    return rest;
  }
}

/** Where the last word begins; in a word that is endless, a place behind which a credential has room. */
function endOfWords(text: string): number {
  let start = text.length;
  while (start > 0 && WORD_CHARACTER.test(text.charAt(start - 1))) start--;
  return text.length - start <= 2 * LONGEST_SECRET
    ? start
    : outsideSecrets(text, text.length - LONGEST_SECRET);
}

function outsideSecrets(text: string, place: number): number {
  const around = findSecrets(text).find(({ start, end }) => start < place && place < end);
  return around?.start ?? place;
}

/** Where a block begins that may be a private key and is not closed; null when there is none. */
function openBlock(text: string): number | null {
  const start = text.lastIndexOf(BLOCK);
  if (start < 0 || text.length - start > LONGEST_SECRET) return null;
  const block = text.slice(start);
  const title = BLOCK_TITLE.exec(block)?.[0];
  if (title === undefined) return TITLE_BEGUN.test(block) ? start : null;
  return title.includes('PRIVATE KEY') && !BLOCK_END.test(block.slice(title.length)) ? start : null;
}
