import { agentMessage, agentOutput } from './agent-output.js';
import { cutOff } from './cut-off.js';
import { answerForms, type Forms } from './factors.js';
import { closing, opening, wrappingFence } from './fences.js';
import { hardWrapped } from './hard-wrap.js';
import { jsonLines } from './json-answer.js';
import { type LabelledText, labelled } from './labelled-text.js';
import { apart, blankLines, type Line } from './line.js';
import { createRandom, type Random } from './random.js';
import { type SectionPlan, sectionLines } from './section.js';
import { sectionPlans } from './section-plans.js';
import { talkAfter, talkBefore } from './talk.js';

/** An answer to the planning prompt, and what a careful human would cut out of it. */
export interface LabelledAnswer extends LabelledText {
  /** The seed and the index that make this very answer again. */
  readonly origin: string;
  /** The value of every factor, such as `heading:bold`. */
  readonly forms: readonly string[];
}

/** How many ways of combining the pairs take turns; each costs as much to find as some hundred answers. */
const arrangements = 6;

/**
 * Answers of every form that the reader promises to understand, with their labels. In each round of some 150
 * answers every decidable pair of forms occurs; the next round combines them otherwise. The texts differ from
 * one answer to the next.
 *
 * @param seed a whole number; the same seed gives the same answers
 * @param count how many answers
 * @example for (const { text, truth } of generatePlanningAnswers(1, 100)) check(text, truth);
 */
export function* generatePlanningAnswers(seed: number, count: number): Iterable<LabelledAnswer> {
  let index = 0;
  for (const forms of formsInTurn(seed)) {
    if (index === count) return;
    const random = createRandom(seed * 1_000_003 + index);
    yield {
      origin: `seed ${seed}, answer ${index}`,
      forms: Object.entries(forms).map(([factor, value]) => `${factor}:${value}`),
      ...labelled(answerLines(forms, random), forms, random),
    };
    index++;
  }
}

/** The rows of one arrangement after the other, without end. */
function* formsInTurn(seed: number): Iterable<Forms> {
  const found = new Map<number, Forms[]>();
  for (let round = 0; ; round++) {
    const turn = round % arrangements;
    const rows = found.get(turn) ?? answerForms(seed * arrangements + turn);
    found.set(turn, rows);
    yield* rows;
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

function textLines(plans: readonly SectionPlan[], forms: Forms, random: Random): Line[] {
  return plans.flatMap((plan, index) => {
    const section = sectionLines(plan, random);
    const isLast = index === plans.length - 1 && index > 0;
    return isLast ? section : [...closelyOrNot(section, forms, random), ...betweenSections(forms, random)];
  });
}

/** A heading that is marked by number signs may follow without a blank line. */
function closelyOrNot(section: Line[], forms: Forms, random: Random): Line[] {
  const mayFollow = ['h1', 'h2', 'h3', 'deep'].includes(forms.heading) && forms.agent !== 'between';
  return mayFollow && random.chance(0.1) ? withoutBlankEnd(section) : section;
}

function betweenSections({ separator, agent }: Forms, random: Random): Line[] {
  const rule = separator === 'rule' ? [...apart('talk', '---'), ...blankLines(1)] : [];
  if (agent !== 'between') return rule;
  return [...rule, ...(random.chance(0.5) ? agentMessage(random) : []), ...agentOutput(random)];
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
