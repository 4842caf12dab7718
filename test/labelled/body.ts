import { type CodeSample, codeSamples, proseBlocks } from './body-blocks.js';
import { closing, type Fence, innerFence, opening } from './fences.js';
import type { Line, LineKind } from './line.js';
import { notesBlocks } from './notes-blocks.js';
import { clause, paragraph } from './prose.js';
import type { Random } from './random.js';
import { formatExample, mention, ownHeading, type Surroundings } from './traps.js';

/** What is decided about a body before it is written. */
export interface BodyPlan extends Surroundings {
  readonly outer: Fence | null;
  /** One of its inner fences is never closed. */
  readonly innerUnclosed: boolean;
  /** Its outer fence is never closed. */
  readonly outerUnclosed: boolean;
  readonly trapped: boolean;
}

type BodyBlock = readonly Line[];

/** The lines of a body, its outer fence not among them; the first stands at column 0 and is not blank. */
export function bodyLines(plan: BodyPlan, random: Random): Line[] {
  const blocks = proseOf(plan, random);
  for (const block of [...trapBlocks(plan, random), ...innerBlocks(plan, random)]) {
    const first = mayBeginFenced(plan) ? 0 : 1;
    const last = mayEndFenced(plan) ? blocks.length : blocks.length - 1;
    blocks.splice(random.int(first, last), 0, block);
  }
  return blocks.flatMap((block, index) => (index === 0 ? block : [...gap(plan, random), ...block]));
}

/** A block at the very beginning has to be clearly closed, or its fence would seem to be the outer one. */
function mayBeginFenced({ forms }: BodyPlan): boolean {
  return forms.cut === 'none' && (forms.nested === 'shorter' || forms.nested === 'same-tagged');
}

/**
 * A block at the very end closes what seems to be the outer fence where that one is left open, or where an
 * unfenced body begins with a block as well.
 */
function mayEndFenced(plan: BodyPlan): boolean {
  return !plan.outerUnclosed && !(plan.outer === null && mayBeginFenced(plan));
}

function gap({ key }: BodyPlan, random: Random): Line[] {
  const blank: Line = { text: '', kind: 'blank', owner: key };
  return random.chance(0.1) ? [blank, blank] : [blank];
}

function proseOf(plan: BodyPlan, random: Random): BodyBlock[] {
  const texts =
    plan.key === 'notes'
      ? notesBlocks(random)
      : [[paragraph(random)], ...random.sample(proseBlocks, random.int(3, 8)).map((block) => block(random))];
  const [first, ...rest] = texts;
  if (first === undefined) return [];
  const ordered = plan.key !== 'notes' && random.chance(0.6) ? [...rest, first] : texts;
  return ordered.map((block) => owned(plan, 'prose', block));
}

function owned({ key }: BodyPlan, kind: LineKind, texts: readonly string[]): Line[] {
  return texts.map((text) => ({ text, kind: text === '' && kind === 'prose' ? 'blank' : kind, owner: key }));
}

function trapBlocks(plan: BodyPlan, random: Random): BodyBlock[] {
  if (!plan.trapped) return [];
  switch (plan.forms.trap) {
    case 'none':
      return [];
    case 'mention':
      return [owned(plan, 'prose', mention(random))];
    case 'own-heading':
      return [owned(plan, 'prose', [...ownHeading(plan, random), '', paragraph(random)])];
    case 'format-example':
      return [exampleBlock(plan, random)];
  }
}

function exampleBlock(plan: BodyPlan, random: Random): BodyBlock {
  const tagged = plan.outer !== null && plan.forms.nested === 'same-untagged';
  const fence = innerFence(plan.outer, tagged ? 'same-tagged' : plan.forms.nested, 'text', random);
  return [
    ...owned(plan, 'prose', ['Answer in exactly this form:', '']),
    ...owned(plan, 'inner-fence', [opening(fence)]),
    ...owned(plan, 'example', formatExample(plan, random)),
    ...owned(plan, 'inner-fence', [closing(fence)]),
  ];
}

function innerBlocks(plan: BodyPlan, random: Random): BodyBlock[] {
  if (plan.forms.nested === 'none') return [];
  const samples = random.sample(codeSamples, random.int(1, 2));
  return samples.map((sample, index) => codeBlock(plan, sample, plan.innerUnclosed && index === 0, random));
}

/** A piece of code in its fence, now and then indented below a list item. */
function codeBlock(plan: BodyPlan, { tag, lines }: CodeSample, unclosed: boolean, random: Random): BodyBlock {
  const fence = innerFence(plan.outer, plan.forms.nested, tag, random);
  const item = random.chance(0.3);
  const indented = (text: string) => (item && text !== '' ? `   ${text}` : text);
  return [
    ...owned(plan, 'prose', item ? [`${random.int(1, 9)}. ${clause(random)}:`] : []),
    ...owned(plan, 'inner-fence', [indented(opening(fence))]),
    ...owned(plan, 'code', lines.map(indented)),
    ...owned(plan, 'inner-fence', unclosed ? [] : [indented(closing(fence))]),
  ];
}
