import { agentOutput } from './agent-output.js';
import { type BodyPlan, bodyLines } from './body.js';
import { closing, opening } from './fences.js';
import { type HeadingStyle, headingLines } from './headings.js';
import { apart, blankLines, type Line, type SectionKey } from './line.js';
import { spelledName } from './names.js';
import type { Random } from './random.js';
import { withStrayInHeading, withStrays } from './stray-characters.js';

/** One section to be written: its heading and what was decided about its body. */
export interface SectionPlan extends BodyPlan {
  readonly style: HeadingStyle;
  readonly number: number | null;
  /** The indentation that the whole body has below the bullet of its heading. */
  readonly lead: string;
  readonly agentInside: boolean;
  /** A section that was given before: nothing of it counts. */
  readonly repeats: boolean;
}

/** Heading, body and fences, with the blank lines between and after them. */
export function sectionLines(plan: SectionPlan, random: Random): Line[] {
  const name = spelledName(plan.key, plan.forms, random);
  const content = contentLines(plan, random).map((line) => withLead(line, plan.lead));
  const close = plan.style.form === 'xml' ? apart('heading', `</${name}>`) : [];
  return [
    ...heading(plan, name, random),
    ...blankLines(random.int(0, 2)),
    ...content,
    ...close,
    ...blankLines(random.int(1, 2)),
  ];
}

/** The body in its outer fence, if it has one. */
export function contentLines(plan: SectionPlan, random: Random): Line[] {
  const { outer, outerUnclosed, forms, agentInside, repeats } = plan;
  const plain = withStrays(bodyLines(plan, random), forms.stray, random);
  const told = agentInside ? withAgentInside(plain, random) : plain;
  const body = repeats ? told.map((line) => ({ ...line, owner: null })) : told;
  if (outer === null) return body;
  const close = outerUnclosed ? [] : apart('fence', closing(outer));
  return [...apart('fence', opening(outer)), ...body, ...close];
}

function heading({ style, number, forms, key, repeats }: SectionPlan, name: string, random: Random): Line[] {
  const texts = style.form === 'xml' ? [`<${name}>`] : headingLines(style, number, name, forms.decoration);
  const [first = '', ...underline] = texts;
  const text = withStrayInHeading(first, forms.stray, random);
  return [opener(text, repeats ? null : key), ...apart('heading', ...underline)];
}

function opener(text: string, opens: SectionKey | null): Line {
  return { text, kind: 'heading', owner: null, ...(opens === null ? {} : { opens }) };
}

/** An agent's own lines keep the place that the terminal gave them. */
function withLead(line: Line, lead: string): Line {
  return line.kind === 'agent' || lead === '' ? line : { ...line, lead };
}

/** The body with an agent's output after a blank line between two paragraphs, never inside a block of code. */
function withAgentInside(body: readonly Line[], random: Random): Line[] {
  const places = body.flatMap(({ kind }, index) => {
    const between =
      kind === 'blank' && body[index - 1]?.kind === 'prose' && body[index + 1]?.kind === 'prose';
    return between ? [index + 1] : [];
  });
  if (places.length === 0) return [...body];
  const place = random.pick(places);
  return [...body.slice(0, place), ...agentOutput(random), ...body.slice(place)];
}
