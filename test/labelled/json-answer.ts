import { apart, blankLines, type Line, type Piece, piecesOf } from './line.js';
import { spelledName } from './names.js';
import { clause } from './prose.js';
import type { Random } from './random.js';
import { contentLines, type SectionPlan } from './section.js';

/** An answer as one object, and a second one for a section that is given again. */
export function jsonLines(plans: readonly SectionPlan[], random: Random): Line[] {
  const groups = [plans.filter(({ repeats }) => !repeats), plans.filter(({ repeats }) => repeats)];
  return groups.filter((group) => group.length > 0).flatMap((group) => objectLines(group, random));
}

function objectLines(plans: readonly SectionPlan[], random: Random): Line[] {
  const object = random.chance(0.75) ? spreadObject(plans, random) : compactObject(plans, random);
  if (plans[0]?.forms.heading !== 'json-fenced') return [...object, ...blankLines(1)];
  return [
    ...apart('fence', `\`\`\`${random.pick(['json', 'JSON'])}`),
    ...object,
    ...apart('fence', '```'),
    ...blankLines(1),
  ];
}

function spreadObject(plans: readonly SectionPlan[], random: Random): Line[] {
  const members = plans.map((plan, index) => [
    syntax('  '),
    ...member(plan, ': ', random),
    ...(index < plans.length - 1 ? [syntax(',')] : []),
  ]);
  return [...apart('heading', '{'), ...members.map(lineOf), ...apart('heading', '}')];
}

function compactObject(plans: readonly SectionPlan[], random: Random): Line[] {
  const members = plans.map((plan, index) => [
    ...(index > 0 ? [syntax(',')] : []),
    ...member(plan, ':', random),
  ]);
  return [lineOf([syntax('{'), ...members.flat(), syntax('}')])];
}

function lineOf(pieces: readonly Piece[]): Line {
  return { text: pieces.map(({ raw }) => raw).join(''), kind: 'prose', owner: null, pieces };
}

function member(plan: SectionPlan, colon: string, random: Random): Piece[] {
  const key: Piece = {
    ...syntax(`${JSON.stringify(spelledName(plan.key, plan.forms, random))}${colon}`),
    ...(plan.repeats ? {} : { opens: plan.key }),
  };
  // Written without spaces, so that the text of the object is the same however it is cut out.
  if (plan.key === 'notes' && plan.outer === null && random.chance(0.3))
    return [key, notesObject(plan, random)];
  return [key, syntax('"'), ...stringPieces(contentLines(plan, random)), syntax('"')];
}

function syntax(raw: string): Piece {
  return { raw, owner: null, says: '', kind: 'heading' };
}

function notesObject({ key, repeats }: SectionPlan, random: Random): Piece {
  const notes = {
    feature: clause(random),
    complexity: 'Medium',
    key_risks: [{ risk: clause(random), mitigations: [] }],
  };
  const raw = JSON.stringify(notes);
  return { raw, owner: repeats ? null : key, says: raw, kind: 'prose' };
}

function stringPieces(lines: readonly Line[]): Piece[] {
  return lines.flatMap((line, index) => [
    ...piecesOf(line).flatMap(escapedPieces),
    ...(index < lines.length - 1 ? [lineBreak(line)] : []),
  ]);
}

function lineBreak({ owner }: Line): Piece {
  return { raw: '\\n', owner, says: '\n', kind: 'blank' };
}

const plainRunPairOrUnit = /[^"\\\u0000-\u001f\ud800-\udfff]+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;

function escapedPieces(piece: Piece): Piece[] {
  const runs = piece.says.match(plainRunPairOrUnit) ?? [];
  return runs.map((run) => ({ ...piece, raw: JSON.stringify(run).slice(1, -1), says: run }));
}
