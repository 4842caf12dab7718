import type { Forms } from './factors.js';
import { outerFence } from './fences.js';
import { headingStyles } from './headings.js';
import { type SectionKey, sectionKeys } from './line.js';
import type { Random } from './random.js';
import type { SectionPlan } from './section.js';

/** Decides which sections an answer has, in which order, and how each of them is written. */
export function sectionPlans(forms: Forms, random: Random): SectionPlan[] {
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

/** How the fences of one body are left open, which the forms say for the answer as a whole. */
function leftOpen(forms: Forms, chosen: boolean): Pick<SectionPlan, 'innerUnclosed' | 'outerUnclosed'> {
  return {
    innerUnclosed: chosen && forms.nested === 'inner-unclosed',
    outerUnclosed: chosen && forms.nested === 'outer-unclosed',
  };
}
