import { runtimeFault } from '../fault.js';
import { capitalize } from '../methods/string-case.js';
import type { Rendering } from '../runtime/rendering.js';
import { Markup } from '../values/markup.js';

/** How much placeholder text, and in what form. */
export interface PlaceholderOptions {
  readonly paragraphs: number;
  readonly asHtml: boolean;
  readonly fewestWords: number;
  readonly mostWords: number;
}

const WORDS =
  'amet aptent arcu at bibendum commodo congue cras dapibus diam dolor donec eget elit enim erat est et felis fusce ' +
  'gravida hac id in ipsum justo lacus lectus leo libero lorem luctus magna massa metus mi mollis morbi nec neque nibh ' +
  'nulla nunc odio orci ornare pede porta purus quam quis rhoncus risus rutrum sagittis sapien sed sem sit sodales ' +
  'tellus tempor tortor turpis urna ut varius vel velit vitae viverra volutpat';
const VOCABULARY = WORDS.split(' ');
const SENTENCE_LENGTH = 9;

/** `lipsum()`: paragraphs of words that mean nothing, other ones at every call. */
export function placeholderText(rendering: Rendering, options: PlaceholderOptions): string | Markup {
  const { paragraphs, asHtml, fewestWords, mostWords } = options;
  if (mostWords <= fewestWords) throw runtimeFault(`empty range for randrange(${fewestWords}, ${mostWords})`);
  const texts: string[] = [];
  for (let index = 0; index < paragraphs; index += 1) {
    const count = fewestWords + Math.floor(Math.random() * (mostWords - fewestWords));
    rendering.budget.step(count);
    const paragraph = paragraphOf(count);
    rendering.budget.makes(paragraph.length);
    texts.push(paragraph);
  }
  return asHtml ? new Markup(texts.map((text) => `<p>${text}</p>`).join('\n')) : texts.join('\n\n');
}

function paragraphOf(count: number): string {
  const sentences: string[] = [];
  for (let left = count; left > 0; left -= SENTENCE_LENGTH) {
    const words = Array.from({ length: Math.min(left, SENTENCE_LENGTH) }, randomWord);
    sentences.push(`${capitalize(words.join(' '))}.`);
  }
  return sentences.join(' ');
}

function randomWord(): string {
  return VOCABULARY[Math.floor(Math.random() * VOCABULARY.length)] ?? '';
}
