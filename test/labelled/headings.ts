import type { Forms } from './factors.js';
import type { Random } from './random.js';

/** How the headings of one answer are written, decided once so that siblings agree. */
export interface HeadingStyle {
  readonly form: Exclude<Forms['heading'], 'mixed'>;
  /** Number signs of a heading that has them, or the depth that an underline stands for; else 0. */
  readonly depth: number;
  /** The underline of a setext heading. */
  readonly underline: string;
  readonly numberMark: '.' | ')';
}

const mixable = ['h1', 'h2', 'h3', 'setext', 'bold', 'plain', 'no-space'] as const;

/** The style of each of `count` headings: one for all, unless the forms are mixed. */
export function headingStyles(forms: Forms, count: number, random: Random): HeadingStyle[] {
  const shared = styleOf(forms.heading === 'mixed' ? random.pick(mixable) : forms.heading, random);
  if (forms.heading !== 'mixed') return Array.from({ length: count }, () => shared);
  const others = random.sample(mixable, count).map((form) => styleOf(form, random));
  return others;
}

function styleOf(form: HeadingStyle['form'], random: Random): HeadingStyle {
  const underline = random.pick(['=', '-']).repeat(random.int(3, 30));
  const depths: Partial<Record<HeadingStyle['form'], number>> = {
    h1: 1,
    h2: 2,
    h3: 3,
    deep: random.int(4, 6),
    'no-space': random.int(1, 3),
    setext: underline.startsWith('=') ? 1 : 2,
  };
  const numberMark = form !== 'bold-number' && random.chance(0.25) ? ')' : '.';
  return { form, depth: depths[form] ?? 0, underline, numberMark };
}

/**
 * The lines of a heading that is not a tag or a key.
 *
 * @param number what stands before the name, or null for an unnumbered heading
 */
export function headingLines(
  style: HeadingStyle,
  number: number | null,
  name: string,
  decoration: Forms['decoration'],
): string[] {
  const dressed = dress(name, decoration);
  const mark = number === null ? '' : `${number}${style.numberMark} `;
  const colon = decoration === 'colon' ? ':' : '';
  switch (style.form) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'deep':
      return [`${'#'.repeat(style.depth)} ${mark}${dressed}${colon}`];
    case 'no-space':
      return [`${'#'.repeat(style.depth)}${mark}${dressed}${colon}`];
    case 'setext':
      return [`${mark}${dressed}${colon}`, style.underline];
    case 'bold':
      return [`**${mark}${dressed}${colon}**`];
    case 'bold-number':
      return [mark === '' ? `**${dressed}**${colon}` : `**${mark.trim()}** ${dressed}${colon}`];
    case 'underscores':
      return [`__${mark}${dressed}__${colon}`];
    case 'plain':
      return [`${mark}${dressed}${colon}`];
    case 'plain-colon':
      return [`${mark}${dressed}:`];
    case '●':
    case '⏺':
    case '•':
      return [`${style.form} ${mark}${dressed}${colon}`];
    case 'xml':
    case 'json-bare':
    case 'json-fenced':
      throw new RangeError('a tag or a key is no heading line');
  }
}

function dress(name: string, decoration: Forms['decoration']): string {
  if (decoration === 'code') return `\`${name}\``;
  return decoration === 'emoji' ? `📋 ${name}` : name;
}
