import type { NameMatch } from '../names/expected-names.js';

/**
 * How much each piece of evidence counts, in one unit throughout: about the logarithm of how much likelier
 * it makes a reading. A reading of the whole answer is the sum of its pieces, and the best sum wins.
 */
export const weights = {
  /** A line taken for a heading, by how its name is written. */
  name: { canonical: 2, variant: 1.8, near: 1.5, synonym: 0.5 } satisfies Record<NameMatch, number>,
  /** In place of that, a synonym where the expected name occurs as well. */
  outnamed: -2,
  /** In place of that, a heading in an example of the answer's form. */
  example: -2,
  /** A plain line in a mere list of names. */
  plainListed: -4,
  /** A reading with sections must weigh more than this to be preferred to one without any. */
  nothing: -2.5,
  /** The same line left inside a body although it stands in the siblings' form, and in another form. */
  passedOverAlike: { canonical: 6, variant: 5.5, near: 4, synonym: 2.5 } satisfies Record<NameMatch, number>,
  passedOverOther: { canonical: 2.3, variant: 2.3, near: 1.8, synonym: 0 } satisfies Record<
    NameMatch,
    number
  >,
  /** The same inside a fence, when it has a fence beneath it like the siblings. */
  passedOverFenced: 2.5,
  passedOverInFence: 0.5,
  /** The share of its cost that remains when the block around it is never closed. */
  passedOverInOpenBlock: 0.4,
  passedOverInOpenCode: 1,
  /** Names listed one beneath the other are a list of names, passed over at little cost. */
  passedOverInList: 0.2,
  /** A plain line has no marks but its name. */
  plain: { canonical: 0, variant: -0.5, near: -1, synonym: -1.1 } satisfies Record<NameMatch, number>,
  /** A plain line after the bullet of an agent's terminal. */
  bullet: { canonical: 0, variant: -0.3, near: -0.5, synonym: -0.4 } satisfies Record<NameMatch, number>,
  numberedPlain: 0.5,
  remark: -0.7,
  /** A further section of a name already taken. */
  duplicate: -1.05,
  doubtfulDuplicate: -6,
  /** Neighbouring headings of the same form and depth, and of different ones. */
  alike: 1.5,
  unlike: { canonical: -0.7, variant: -0.8, near: -0.4, synonym: -6 } satisfies Record<NameMatch, number>,
  /** A synonym that has no sibling at all. */
  onlySynonym: -6,
  inOrder: 0.5,
  /** A heading directly beneath another candidate, and one without a body before the next. */
  beneathCandidate: -1.5,
  emptyBody: -3,
  /** A body of so few lines that it may be a placeholder in an example. */
  scantBody: -2,
  emptyPlainBody: -5,
  /** The fence beneath a heading looks like a closing one: nothing but it, and nothing follows. */
  openerLooksLikeCloser: -1.5,
  /** A heading whose body is in a fence of its own. */
  fencedBody: 1.8,
  /** Lines between the heading and the fence; and if the fence is not all the rest of the section. */
  introduction: -0.7,
  introductionToMore: -4,
  /** A fenced body whose fence is never closed, before a sibling and at the end. */
  unclosedFence: -2.5,
  unclosedAtEnd: -2.05,
  /** Fences inside a fenced body that do not pair up. */
  innerUnpaired: -2,
  /** The same, when the closing fence is the last line of the section. */
  innerUnpairedAtEdge: -0.9,
  /** A bare fence inside a body that looks like closing a block opens one, or the other way round. */
  strained: -0.95,
  mostStrain: -3,
  /** The closing fence is indented otherwise than the opening one, or looks like an opening one. */
  closerIndented: -1.5,
  /** It is longer than the opening one. */
  closerLonger: -2.05,
  closerLooksLikeOpener: -2.7,
  /** Text between the closing fence and the next heading, and each line of it. */
  textAfterFence: -1,
  textAfterLastFence: -0.3,
  lineAfterLastFence: -0.15,
  lineAfterFence: -0.15,
  mostLinesAfterFence: -2,
  /** A body that begins with a fence which is not its outer fence. */
  fenceNotOuter: -1.5,
  codeNotOuter: -0.3,
  /** A heading inside a block that an unfenced body leaves open. */
  insideOpenBlock: -1.25,
  insideOpenCode: -0.9,
  openAtEnd: -0.5,
  /** A first heading inside an open fence: right beneath the opening line, and after other text. */
  wholeInFence: -0.3,
  insideFenceBefore: -2.05,
  /** The whole answer's fence is closed at its end. */
  wholeFenceClosed: 0.3,
  unclosedTag: -3,
  /** The tags of one name do not pair up. */
  unpairedTag: -3,
  unclosedTagAtEnd: -2.5,
} as const;
