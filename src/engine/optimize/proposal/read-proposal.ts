import { forTerminal } from '../../../base/text/terminal-text.js';
import { type ExpectedSection, extractSections } from '../../../sections/index.js';
import { Refusal } from './refusal.js';

/** More is no prompt, and is not read. */
const LONGEST_ANSWER = 1_000_000;

const sections: readonly ExpectedSection<'diagnosis' | 'template'>[] = [
  { key: 'diagnosis', name: 'DIAGNOSIS' },
  { key: 'template', name: 'NEW_TEMPLATE', synonyms: ['New Template', 'Template', 'New Prompt'] },
];

/**
 * The template in a model's answer, without control characters; white space around it is that of the start.
 *
 * @param answer null when none came
 * @param start the template that the search began with
 */
export function readProposal(answer: string | null, start: string): string | Refusal {
  if (answer === null) return new Refusal('no-template', 'No answer came.');
  if (answer.length > LONGEST_ANSWER)
    return new Refusal('too-long', 'The answer was longer than any prompt.');
  const { sections: found, report } = extractSections(forTerminal(answer), sections);
  const text = found.template?.text.trim() ?? '';
  if (text === '')
    return new Refusal('no-template', 'There was no section NEW_TEMPLATE with a template in it.');
  if (report.truncated.includes('template'))
    return new Refusal('cut-off', 'The template broke off before its end.');
  return withSpaceOf(start, text);
}

/** Models are not asked to keep white space at the ends, which says nothing to them. */
function withSpaceOf(start: string, text: string): string {
  const bare = start.trim();
  const from = start.indexOf(bare);
  return start.slice(0, from) + text + start.slice(from + bare.length);
}
