import type { Forms } from './factors.js';
import { type HeadingStyle, headingLines } from './headings.js';
import { type SectionKey, sectionKeys } from './line.js';
import { canonicalNames, spelledName } from './names.js';
import type { Random } from './random.js';

/** What of the answer around it decides whether a line inside a body could be mistaken for good. */
export interface Surroundings {
  readonly key: SectionKey;
  readonly forms: Forms;
  readonly styles: readonly HeadingStyle[];
  /** The body stands in a fence that is closed, and whose pairing with the inner ones is beyond doubt. */
  readonly sheltered: boolean;
  /** The notes are given after this section, under their own name. */
  readonly notesFollow: boolean;
}

const mentions: readonly (readonly string[])[] = [
  [
    'The answer has three sections: ANALYSIS_TEMPLATE, IMPLEMENTATION_TEMPLATE and EXECUTION_NOTES, in this order.',
  ],
  [
    'You will hand back:',
    '',
    '- ANALYSIS_TEMPLATE: a prompt for the analyst',
    '- IMPLEMENTATION_TEMPLATE: a prompt for the engineer',
    '- EXECUTION_NOTES: hours, risks and files',
  ],
  [
    '1. ANALYSIS_TEMPLATE - the prompt of the first pass',
    '2. IMPLEMENTATION_TEMPLATE - the prompt of the second pass',
    '3. EXECUTION_NOTES - what to watch for',
  ],
  [
    '| Section | Reader |',
    '| --- | --- |',
    '| ANALYSIS_TEMPLATE | analyst |',
    '| EXECUTION_NOTES | everyone |',
  ],
  ['Everything in `EXECUTION_NOTES` is repeated in the summary, under a `## Notes` heading.'],
  ['> ANALYSIS_TEMPLATE comes first, and EXECUTION_NOTES last.'],
  ['### How ANALYSIS_TEMPLATE is used', '', 'It is sent as it stands.'],
  ['**IMPLEMENTATION_TEMPLATE** is written last, when the risks are known.'],
  ['ANALYSIS_TEMPLATE must name the files that exist; EXECUTION_NOTES may name those to come.'],
  ['- `ANALYSIS_TEMPLATE`', '- `IMPLEMENTATION_TEMPLATE`', '- `EXECUTION_NOTES`'],
];

/** Running text, lists and tables that name the sections. */
export function mention(random: Random): string[] {
  return [...random.pick(mentions)];
}

/** The format of the whole answer, shown as an example; it is to stand in a fence of its own. */
export function formatExample({ forms, styles }: Surroundings, random: Random): string[] {
  const [style] = styles;
  if (style === undefined || style.form === 'json-bare' || style.form === 'json-fenced') return jsonExample();
  return sectionKeys.flatMap((key, index) => {
    const name = random.chance(0.5) ? canonicalNames[key] : spelledName(key, forms, random);
    const placeholder = `[the text of part ${index + 1}]`;
    if (style.form === 'xml') return [`<${name}>`, placeholder, `</${name}>`];
    const number = forms.numbering === 'none' ? null : index + 1;
    return [...headingLines(style, number, name, forms.decoration), placeholder, ''];
  });
}

function jsonExample(): string[] {
  return ['{', ...sectionKeys.map((key) => `  "${canonicalNames[key]}": "the text",`), '  "end": true', '}'];
}

/**
 * A heading that a body has of its own and that reads like a synonym of a section. At the very form and depth
 * of the siblings it is produced only where it can be told: in a sheltering fence, or when the notes themselves
 * follow under their own name. Otherwise nothing tells `## Notes` of the body from the missing notes.
 */
export function ownHeading(surroundings: Surroundings, random: Random): string[] {
  const { styles, sheltered, notesFollow } = surroundings;
  const depths = new Set(styles.map(({ depth }) => depth));
  const otherDepths = [2, 3, 4, 5].filter((depth) => !depths.has(depth));
  const choices = otherDepths.map((depth) => `${'#'.repeat(depth)} Notes`);
  const tellable = sheltered || notesFollow;
  if (tellable) choices.push('# Notes', '## Notes', '### Notes');
  if (tellable || !styles.some(isBold)) choices.push('**Notes**', '**Notes:**');
  if (tellable || !styles.some(isPlain)) choices.push('Notes:');
  if (sheltered) choices.push('### Execution Notes', '## Analysis Prompt');
  return [random.pick(choices)];
}

function isBold({ form }: HeadingStyle): boolean {
  return form === 'bold' || form === 'bold-number' || form === 'underscores';
}

function isPlain({ form }: HeadingStyle): boolean {
  return form === 'plain' || form === 'plain-colon';
}

const lettersOfNames = Object.values(canonicalNames).map((name) => name.replace('_', '').toLowerCase());

/**
 * Whether a line says nothing but a section's name, or the beginning of one. Where wrapping or cutting would
 * leave such a line, it could not be told from a plain heading.
 */
export function saysOnlyAName(line: string): boolean {
  const letters = line.replace(/[^A-Za-z]/g, '').toLowerCase();
  return letters.length > 3 && lettersOfNames.some((name) => name.startsWith(letters));
}
