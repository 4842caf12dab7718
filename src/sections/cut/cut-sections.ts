import type { ChosenHeading, ChosenReading } from '../choose/choose-headings.js';
import { isAlike } from '../choose/likeness.js';
import type { FoundSection, FoundSections } from '../found-section.js';
import type { Landmarks } from '../scan/landmarks.js';
import { nextLine } from '../text/characters.js';
import { endsWithProse } from '../text/closing-talk.js';
import { RangeList } from '../text/range-list.js';
import { type CutBody, cutBody } from './cut-body.js';

/** Cuts the chosen sections out of the answer. */
export function cutSections(text: string, landmarks: Landmarks, reading: ChosenReading): FoundSections {
  return {
    sections: reading.headings.map((chosen) => cutSection(text, landmarks, reading, chosen)),
    agentOutput: landmarks.agentOutput,
    fences: wholeFenceLines(text, landmarks, reading),
  };
}

function wholeFenceLines(text: string, { fences }: Landmarks, { wholeFence }: ChosenReading): RangeList {
  const lines = new RangeList();
  for (const index of wholeFence === null ? [] : [wholeFence.opener, wholeFence.closer]) {
    if (index === null) continue;
    const { start } = fences.at(index);
    lines.add(start, nextLine(text, start));
  }
  return lines;
}

function cutSection(
  text: string,
  landmarks: Landmarks,
  reading: ChosenReading,
  chosen: ChosenHeading,
): FoundSection {
  const body = cutBody(text, landmarks, chosen);
  const { heading } = chosen;
  const isLast = chosen === reading.headings.at(-1);
  return {
    key: heading.key,
    text: body.text,
    start: heading.start,
    end: body.end,
    bodyStart: body.bodyStart,
    bodyEnd: body.bodyEnd,
    form: heading.form,
    truncated: isLast && isBrokenOff(reading, chosen, body),
    doubt: doubtAbout(text, reading, chosen, body),
    closed: isClosed(chosen),
  };
}

/** Whether the answer breaks off inside its last section: a block or a fence is open, or nothing follows. */
function isBrokenOff({ wholeFence }: ChosenReading, { reading }: ChosenHeading, { text }: CutBody): boolean {
  return reading.open || text === '' || (wholeFence !== null && wholeFence.closer === null);
}

function isClosed({ reading }: ChosenHeading): boolean {
  return reading.body.kind !== 'unfenced' && !reading.open && reading.doubt === null;
}

function doubtAbout(
  text: string,
  reading: ChosenReading,
  chosen: ChosenHeading,
  body: CutBody,
): string | null {
  const { heading } = chosen;
  const unfenced = chosen.reading.body.kind === 'unfenced';
  if (heading.match !== 'canonical' && (heading.form !== 'xml' || heading.match !== 'variant')) {
    return 'its name is written otherwise than expected';
  }
  if (heading.remark) return 'its heading says more than its name';
  if (chosen.reading.doubt !== null) return chosen.reading.doubt;
  if (body.doubt !== null) return body.doubt;
  if (reading.headings.some((other) => !isAlike(other.heading, heading)))
    return 'the headings differ in form or depth';
  if (reading.wholeFence !== null) return 'the whole answer stands in a fence';
  if (reading.passedOver > 0 && unfenced) return 'the name of a section occurs elsewhere in the answer';
  if (unfenced && endsWithProse(text, body.bodyStart, body.bodyEnd)) return 'its last paragraph may be talk';
  return null;
}
