import { type Combination, coverPairs } from './pairwise.js';
import { createRandom } from './random.js';

/** Every way in which an answer may differ from another, and the values of each. */
export const factors = {
  /** How the three headings are written; `mixed` draws another one for each section. */
  heading: [
    'h1',
    'h2',
    'h3',
    'deep',
    'no-space',
    'setext',
    'bold',
    'bold-number',
    'underscores',
    'plain',
    'plain-colon',
    '●',
    '⏺',
    '•',
    'xml',
    'json-bare',
    'json-fenced',
    'mixed',
  ],
  numbering: ['right', 'none', 'wrong'],
  name: ['canonical', 'lower', 'spaces', 'hyphens', 'typo', 'plural', 'joined', 'synonym'],
  decoration: ['none', 'colon', 'code', 'emoji'],
  order: ['canonical', 'reversed', 'notes-first', 'implementation-first'],
  missing: ['none', 'one', 'two'],
  /** A section given once more, at once or at the very end: the first counts. */
  repeated: ['none', 'at-once', 'at-end'],
  fence: ['none', 'backtick-3', 'backtick-4', 'backtick-5', 'tilde', 'info'],
  nested: ['none', 'shorter', 'same-tagged', 'same-untagged', 'inner-unclosed', 'outer-unclosed'],
  /** A fence around the whole answer, longer than any inside or as long as those of the bodies. */
  wrap: ['none', 'longer', 'same-length'],
  indent: ['none', '2', '4', '2-first-flush'],
  talk: ['none', 'before', 'after', 'both'],
  agent: ['none', 'before', 'between', 'inside'],
  separator: ['none', 'rule'],
  /** What in a body only looks like a section. */
  trap: ['none', 'mention', 'own-heading', 'format-example'],
  eol: ['lf', 'crlf', 'mixed'],
  stray: ['none', 'bom', 'nul', 'nbsp', 'u2028', 'surrogate', 'replacement'],
  cut: ['none', 'anywhere'],
  lines: ['whole', 'hard-wrapped'],
} as const;

type FactorName = keyof typeof factors;

/** One value for every factor: the forms that one answer takes. */
export type Forms = { readonly [F in FactorName]: (typeof factors)[F][number] };

interface Exclusion {
  readonly because: string;
  /** The settings that do not stand together; values of one factor are alternatives. */
  readonly together: { readonly [F in FactorName]?: readonly Forms[F][] };
}

/**
 * What is not produced, and why: no reader, however careful, could tell what was meant, or the two cannot be
 * written together at all. Finer rules, on single lines, stand where those lines are written.
 */
const exclusions: readonly Exclusion[] = [
  {
    because: 'the name of a tag or a key takes no number',
    together: { heading: ['xml', 'json-bare', 'json-fenced'], numbering: ['right', 'wrong'] },
  },
  {
    because: 'the name of a tag or a key takes no decoration',
    together: { heading: ['xml', 'json-bare', 'json-fenced'], decoration: ['colon', 'code', 'emoji'] },
  },
  { because: 'the name of a tag has no spaces', together: { heading: ['xml'], name: ['spaces'] } },
  {
    because: 'an agent prints between two messages, and an object is one message',
    together: { heading: ['json-bare', 'json-fenced'], agent: ['between', 'inside'] },
  },
  {
    because: 'a wrapped string does not tell whether the break stands for a space',
    together: { heading: ['json-bare', 'json-fenced'], lines: ['hard-wrapped'] },
  },
  {
    because: 'the members of an object are separated by commas',
    together: { heading: ['json-bare', 'json-fenced'], separator: ['rule'] },
  },
  {
    because: 'a repeated section is a second object, which follows the first',
    together: { heading: ['json-bare', 'json-fenced'], repeated: ['at-once'] },
  },
  {
    because: 'a synonym is known by the form of its siblings, and there is no common form',
    together: { heading: ['mixed'], name: ['synonym'] },
  },
  {
    because: 'a synonym is known by its siblings, and there are none',
    together: { missing: ['two'], name: ['synonym'] },
  },
  {
    because: 'without an outer fence nothing is shorter than it, and it cannot be left open',
    together: { fence: ['none'], nested: ['shorter', 'outer-unclosed'] },
  },
  { because: 'no fence is shorter than three', together: { fence: ['backtick-3'], nested: ['shorter'] } },
  {
    because: 'a rule after an unfenced body may be its last line or a separator',
    together: { fence: ['none'], separator: ['rule'] },
  },
  {
    because: 'a rule after a fence left open may be the last line in it or a separator',
    together: { nested: ['outer-unclosed'], separator: ['rule'] },
  },
  {
    because: 'after a fence left open, the end of the body and the talk after it are one text',
    together: { missing: ['two'], nested: ['outer-unclosed'], talk: ['after', 'both'] },
  },
  {
    because: 'the closing fence of the whole answer may be that of the inner fence',
    together: { missing: ['two'], nested: ['inner-unclosed'], wrap: ['same-length'] },
  },
];

const conjunctions = exclusions.map(({ together }) => Object.entries(together));

/** Whether the settings chosen so far may stand together. */
export function isAllowed(chosen: Combination): boolean {
  return !conjunctions.some((together) =>
    together.every(([factor, values]) => values.some((value) => value === chosen[factor])),
  );
}

/**
 * The rows of forms for one round of answers: a covering array of the allowed pairs.
 *
 * @param seed another seed combines the same pairs into other rows
 */
export function answerForms(seed: number): Forms[] {
  return coverPairs(factors, isAllowed, createRandom(seed)).filter(isForms);
}

function isForms(row: Combination): row is Forms & Combination {
  return Object.entries(factors).every(([factor, values]) => values.some((value) => value === row[factor]));
}
