import type { Forms } from './factors.js';
import { apart, blankLines, type Line } from './line.js';
import type { Random } from './random.js';

const greetings: readonly (readonly string[])[] = [
  ["I'll create the templates for this feature."],
  ['Here are the two templates and the notes you asked for.'],
  [
    'I have looked through the repository. The answer below has ANALYSIS_TEMPLATE, IMPLEMENTATION_TEMPLATE and EXECUTION_NOTES.',
  ],
  [
    'This answer contains:',
    '',
    '- **ANALYSIS_TEMPLATE** – the prompt for the first pass',
    '- **IMPLEMENTATION_TEMPLATE** – the prompt for the second pass',
    '- **EXECUTION_NOTES** – what to watch for',
  ],
  ['Sure!', '', 'Based on the request, this is how I would split the work.'],
];

/** Offers to the user, which no prompt template ends with. */
const farewells: readonly (readonly string[])[] = [
  ['Let me know if you want me to adjust any of these sections.'],
  ['Would you like me to start with the analysis?'],
  ['I hope this helps! Feel free to ask for changes to the IMPLEMENTATION_TEMPLATE.'],
  ['Let me know if anything is missing.', '', 'I can also write the migration first if you prefer.'],
];

/** The greeting, with the blank lines after it. */
export function talkBefore(talk: Forms['talk'], random: Random): Line[] {
  if (talk !== 'before' && talk !== 'both') return [];
  return [...apart('talk', ...random.pick(greetings)), ...blankLines(random.int(1, 2))];
}

/** The farewell; a rule that sets it off is no part of the body before it. */
export function talkAfter(talk: Forms['talk'], random: Random): Line[] {
  if (talk !== 'after' && talk !== 'both') return [];
  const rule = random.chance(0.3) ? apart('talk', '---', '') : [];
  return [...rule, ...apart('talk', ...random.pick(farewells))];
}
