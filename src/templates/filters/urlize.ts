import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import type { Rendering } from '../runtime/rendering.js';
import { asCount } from '../values/integer.js';
import { iterate } from '../values/iterate.js';
import { asString, escapeHtml, Markup } from '../values/markup.js';
import { isTrue } from '../values/truth.js';
import type { Value } from '../values/value.js';
import { softText } from './soft-text.js';
import { stringOf } from './string-of.js';

/** The arguments of the filter as a template gives them. */
export interface UrlizeOptions {
  readonly limit: Value;
  readonly nofollow: boolean;
  readonly target: Value;
  readonly rel: Value;
  readonly extraSchemes: Value;
}

const WORDS = /\s+|\S+/g;
const SCHEME_ADDRESS = /^(?:https?:\/\/|www\.)(?:[\w%-]+\.)+[a-z]{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const LOCAL_ADDRESS =
  /^https?:\/\/(?:localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\])(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const BARE_ADDRESS = /^(?:[\w%-]+\.)+(?:com|net|int|edu|gov|org|info|mil)(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const MAIL_ADDRESS = /^[^\s@<>()]+@[\w-]+(?:\.[\w-]+)+$/;
const CUSTOM_SCHEME = /^[\w.+-]{2,}:\/{0,2}$/;

/** Makes links of the addresses in a text; what is not one is escaped. */
export function urlize(rendering: Rendering, value: Value, options: UrlizeOptions): string | Markup {
  const string = softText(rendering, value);
  const linker = new Linker(options, rendering.budget);
  const source = string instanceof Markup ? string.text : escapeHtml(stringOf(string), rendering.budget);
  rendering.budget.step(Math.ceil(source.length / 8));
  const linked = (source.match(WORDS) ?? []).map((word) => linker.link(word)).join('');
  rendering.budget.makes(linked.length);
  return rendering.markupIfEscaping(linked);
}

class Linker {
  readonly #limit: number | undefined;
  readonly #attributes: string;
  readonly #target: string;
  readonly #schemes: readonly string[];

  constructor(options: UrlizeOptions, budget: Budget) {
    this.#limit = options.limit === null ? undefined : asCount(options.limit);
    const rel = new Set((asString(options.rel) ?? '').split(/\s+/).filter((word) => word !== ''));
    if (options.nofollow) rel.add('nofollow');
    rel.add('noopener');
    this.#attributes = ` rel="${escapeHtml([...rel].sort().join(' '), budget)}"`;
    const target = asString(options.target);
    this.#target = target === undefined || target === '' ? '' : ` target="${escapeHtml(target, budget)}"`;
    this.#schemes = isTrue(options.extraSchemes)
      ? Array.from(iterate(options.extraSchemes, budget), requireScheme)
      : [];
  }

  /** A word as a link, if it is an address once the punctuation around it is taken off. */
  link(word: string): string {
    const { head, middle, tail } = peel(word);
    const link = this.#linkOf(middle);
    return link === undefined ? word : head + link + tail;
  }

  #linkOf(word: string): string | undefined {
    if (SCHEME_ADDRESS.test(word) || LOCAL_ADDRESS.test(word)) {
      return this.#anchor(word.startsWith('www.') ? `https://${word}` : word, word);
    }
    if (BARE_ADDRESS.test(word)) return this.#anchor(`https://${word}`, word);
    if (word.startsWith('mailto:') && MAIL_ADDRESS.test(word.slice(7))) {
      return `<a href="${word}">${word.slice(7)}</a>`;
    }
    const isMail = MAIL_ADDRESS.test(word) && !word.startsWith('www.') && !word.includes(':');
    if (isMail) return `<a href="mailto:${word}">${word}</a>`;
    const scheme = this.#schemes.find((candidate) => word !== candidate && word.startsWith(candidate));
    return scheme === undefined ? undefined : this.#anchor(word, word);
  }

  #anchor(address: string, shown: string): string {
    return `<a href="${address}"${this.#attributes}${this.#target}>${this.#trimmed(shown)}</a>`;
  }

  #trimmed(shown: string): string {
    const limit = this.#limit;
    return limit !== undefined && shown.length > limit ? `${shown.slice(0, limit)}...` : shown;
  }
}

function requireScheme(value: Value): string {
  const scheme = asString(value) ?? '';
  if (!CUSTOM_SCHEME.test(scheme)) throw runtimeFault(`'${scheme}' is not a valid URI scheme prefix.`);
  return scheme;
}

const OPENING = ['(', '<', '&lt;'];
const CLOSING = [')', '>', '.', ',', '\n', '&gt;'];
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['(', ')'],
  ['<', '>'],
  ['&lt;', '&gt;'],
];

/** Takes brackets and punctuation off the ends of a word; brackets that pair inside an address stay. */
function peel(word: string): { head: string; middle: string; tail: string } {
  let start = 0;
  for (let open = opening(word, start); open !== undefined; open = opening(word, start)) start += open.length;
  let end = word.length;
  for (let close = closing(word, start, end); close !== undefined; close = closing(word, start, end)) {
    end -= close.length;
  }
  let middle = word.slice(start, end);
  let tail = word.slice(end);
  for (const [open, close] of PAIRS) {
    const missing = Math.min(count(middle, open) - count(middle, close), count(tail, close));
    for (let index = 0; index < missing; index += 1) {
      const next = tail.indexOf(close) + close.length;
      middle += tail.slice(0, next);
      tail = tail.slice(next);
    }
  }
  return { head: word.slice(0, start), middle, tail };
}

function opening(word: string, start: number): string | undefined {
  return OPENING.find((open) => word.startsWith(open, start));
}

function closing(word: string, start: number, end: number): string | undefined {
  return CLOSING.find((close) => end - close.length >= start && word.endsWith(close, end));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
