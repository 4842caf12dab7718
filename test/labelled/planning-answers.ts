import { agentMessage, agentOutput } from './agent-output.js';
import { leftOpen } from './body.js';
import { cutOff } from './cut-off.js';
import { answerForms, type Forms } from './factors.js';
import { closing, opening, outerFence, wrappingFence } from './fences.js';
import { hardWrapped } from './hard-wrap.js';
import { headingStyles } from './headings.js';
import { jsonLines } from './json-answer.js';
import { type LabelledText, labelled } from './labelled-text.js';
import { apart, blankLines, type Line, type SectionKey, sectionKeys } from './line.js';
import { createRandom, type Random } from './random.js';
import { mayFollowClosely, type SectionPlan, sectionLines } from './section.js';
import { talkAfter, talkBefore } from './talk.js';

/** An answer to the planning prompt, and what a careful human would cut out of it. */
export interface LabelledAnswer extends LabelledText {
  /** The seed and the index that make this very answer again. */
  readonly origin: string;
  /** The value of every factor, such as `heading:bold`. */
  readonly forms: readonly string[];
}

/**
 * Answers of every form that the reader promises to understand, with their labels. The forms are combined so
 * that every decidable pair occurs once in a round; the texts differ from one answer to the next.
 *
 * @param seed a whole number; the same seed gives the same answers
 * @param count how many answers
 * @example for (const { text, truth } of generatePlanningAnswers(1, 100)) check(text, truth);
 */
export function* generatePlanningAnswers(seed: number, count: number): Iterable<LabelledAnswer> {
  const rows = answerForms();
  for (let index = 0; index < count; index++) {
    const forms = rows[index % rows.length];
    if (forms === undefined) return;
    const random = createRandom(seed * 1_000_003 + index);
    yield {
      origin: `seed ${seed}, answer ${index}`,
      forms: Object.entries(forms).map(([factor, value]) => `${factor}:${value}`),
      ...labelled(answerLines(forms, random), forms, random),
    };
  }
}

function answerLines(forms: Forms, random: Random): Line[] {
  const plans = sectionPlans(forms, random);
  const isJson = forms.heading === 'json-bare' || forms.heading === 'json-fenced';
  const sections = isJson ? jsonLines(plans, random) : textLines(plans, forms, random);
  const lines = [
    ...talkBefore(forms.talk, random),
    ...(forms.agent === 'before' ? agentOutput(random) : []),
    ...wrapped(sections, forms, random),
    ...talkAfter(forms.talk, random),
  ];
  const broken = forms.lines === 'hard-wrapped' ? hardWrapped(lines, random.int(60, 100)) : lines;
  return forms.cut === 'anywhere' ? cutOff(broken, forms, random) : broken;
}

function sectionPlans(forms: Forms, random: Random): SectionPlan[] {
  const keys = presentKeys(forms, random);
  const styles = headingStyles(forms, keys.length, random);
  const open = keysLeftOpen(keys, forms, random);
  const lead = ['●', '⏺', '•'].includes(forms.heading) && random.chance(0.5) ? '  ' : '';
  const number = numbering(forms, random);
  const plans = keys.map((key, index): SectionPlan => {
    const outer =
      key === 'notes' && mayStandUnfenced(forms) && random.chance(0.5) ? null : outerFence(forms, random);
    const closedAndClear = ['none', 'shorter', 'same-tagged'].includes(forms.nested) && forms.cut === 'none';
    return {
      key,
      forms,
      styles,
      style: styles[index] ?? random.pick(styles),
      number: number(index),
      lead,
      outer,
      ...leftOpen(forms, open.has(key)),
      sheltered: outer !== null && closedAndClear,
      notesFollow: keys.indexOf('notes') > index && forms.name !== 'synonym' && forms.cut === 'none',
      trapped: index === 0 || random.chance(0.6),
      agentInside: forms.agent === 'inside' && (index === 0 || random.chance(0.5)),
      repeats: false,
    };
  });
  return withRepetition(plans, forms, random);
}

function presentKeys({ order, missing }: Forms, random: Random): SectionKey[] {
  const orders: Record<Forms['order'], readonly SectionKey[]> = {
    canonical: sectionKeys,
    reversed: [...sectionKeys].reverse(),
    'notes-first': ['notes', 'analysis', 'implementation'],
    'implementation-first': ['implementation', 'analysis', 'notes'],
  };
  const absent = { none: 0, one: 1, two: 2 }[missing];
  const left = random.sample(sectionKeys, sectionKeys.length - absent);
  return orders[order].filter((key) => left.includes(key));
}

function numbering({ numbering: manner }: Forms, random: Random): (index: number) => number | null {
  if (manner === 'none') return () => null;
  if (manner === 'right') return (index) => index + 1;
  return random.pick([(index: number) => index + 2, () => 1, (index: number) => 3 - index]);
}

/** Beside fenced templates the notes are often unfenced; not where every section has to show the form. */
function mayStandUnfenced({ nested, separator, missing }: Forms): boolean {
  return nested !== 'outer-unclosed' && separator === 'none' && missing !== 'two';
}

/**
 * The sections in which a fence is left open. Not the last one when its end could not be told: from the talk
 * after it, or from the closing fence of the whole answer.
 */
function keysLeftOpen(
  keys: readonly SectionKey[],
  { nested, talk, wrap }: Forms,
  random: Random,
): Set<SectionKey> {
  const intoTalk = nested === 'outer-unclosed' && (talk === 'after' || talk === 'both');
  const intoWrap = nested === 'inner-unclosed' && wrap === 'same-length';
  const candidates = intoTalk || intoWrap ? keys.slice(0, -1) : keys;
  return new Set(random.sample(candidates, random.int(1, 3)));
}

function withRepetition(plans: readonly SectionPlan[], { repeated }: Forms, random: Random): SectionPlan[] {
  const [first, ...rest] = plans;
  if (repeated === 'none' || first === undefined) return [...plans];
  const again = (plan: SectionPlan) => ({
    ...plan,
    innerUnclosed: false,
    outerUnclosed: false,
    repeats: true,
  });
  return repeated === 'at-once' ? [first, again(first), ...rest] : [...plans, again(random.pick(plans))];
}

function textLines(plans: readonly SectionPlan[], forms: Forms, random: Random): Line[] {
  const gaps = plans.map((_, index) => index < plans.length - 1 || plans.length === 1);
  return plans.flatMap((plan, index) => {
    const lines = sectionLines(plan, random);
    if (gaps[index] !== true) return lines;
    const closely = mayFollowClosely(forms) && forms.agent !== 'between' && random.chance(0.1);
    return [
      ...(closely ? withoutBlankEnd(lines) : lines),
      ...(forms.separator === 'rule' ? [...apart('talk', '---'), ...blankLines(1)] : []),
      ...(forms.agent === 'between' ? [...agentMessages(random), ...agentOutput(random)] : []),
    ];
  });
}

function agentMessages(random: Random): Line[] {
  return random.chance(0.5) ? agentMessage(random) : [];
}

function withoutBlankEnd(lines: readonly Line[]): Line[] {
  return lines.slice(0, lines.findLastIndex(({ kind }) => kind !== 'blank') + 1);
}

function wrapped(lines: readonly Line[], { wrap }: Forms, random: Random): Line[] {
  const backticks = lines.map(({ text }) => /^\s*(`{3,})/.exec(text)?.[1]?.length ?? 0);
  const fence = wrappingFence(wrap, Math.max(3, ...backticks), random);
  if (fence === null) return [...lines];
  return [
    ...apart('fence', opening(fence)),
    ...withoutBlankEnd(lines),
    ...apart('fence', closing(fence)),
    ...blankLines(1),
  ];
}
