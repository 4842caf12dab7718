import type { Cell, Entry } from '../outline/entry.js';
import { lettersOf, splitLabel, withoutEmphasis } from '../outline/label.js';
import type { Risk } from './execution-notes.js';
import type { Field, Reading } from './field.js';
import { listOf } from './note-item.js';
import { type RiskParts, readRiskParts, roleOf, splitRisk } from './risk-parts.js';

/** Reads the risks with their mitigations, in whichever of the usual layouts they are written. */
export function readRisks(fields: readonly Field[]): Reading<Risk[]> {
  const readings = fields.map(risksOf);
  return { value: readings.flatMap(({ value }) => value), unread: readings.flatMap(({ unread }) => unread) };
}

function risksOf(field: Field): Reading<Risk[]> {
  const { value: entries, unread } = listOf(field, (entry) => roleOf(entry) !== null);
  const groups = entries.filter(isGroupOfRisks);
  const flat = entries.flatMap((entry) => (isGroupOfRisks(entry) ? entry.children : [entry]));
  const announced = lettersOf(field.title).includes('mitigation');
  const risks = withPartsBelow(flat).map((entry) => riskOf(entry, announced));
  return { value: risks, unread: [...unread, ...groups.map(({ text }) => text)] };
}

/** A title above risks that have parts of their own, such as "Technical". */
function isGroupOfRisks({ children }: Entry): boolean {
  const hasParts = (entry: Entry) => entry.children.some((child) => roleOf(child) === 'mitigation');
  return children.some(hasParts) && !children.some((child) => roleOf(child) !== null);
}

/** Puts parts that are written level with their risk below it. */
function withPartsBelow(entries: readonly Entry[]): Entry[] {
  const risks: (Omit<Entry, 'children'> & { readonly children: Entry[] })[] = [];
  for (const entry of entries) {
    const risk = risks.at(-1);
    const role = roleOf(entry);
    if (risk === undefined || risk.cells !== null || role === null || role === 'risk')
      risks.push({ ...entry, children: [...entry.children] });
    else risk.children.push(entry);
  }
  return risks;
}

function riskOf(entry: Entry, announced: boolean): Risk {
  if (entry.cells !== null) return riskOfRow(entry.cells);
  const { text, mitigation } = splitRisk(entry.text);
  const parts = readRiskParts(entry.children, announced);
  const written = [...(mitigation === null ? [] : [mitigation]), ...parts.mitigations];
  return headed(text, { ...parts, mitigations: written });
}

/** `Name: text` and `**Name** - text`; after a long dash or an arrow the text is a mitigation, if no other is given. */
function headed(text: string, { descriptions, mitigations }: RiskParts): Risk {
  const titled = titleOf(text);
  const { before, after } =
    mitigations.length === 0 ? splitAtDash(titled.rest) : { before: titled.rest, after: null };
  const about = [...(titled.label === null ? [] : [before]), ...descriptions].filter((part) => part !== '');
  return {
    risk: titled.label ?? withoutEmphasis(before),
    description: about.length === 0 ? null : about.join('\n'),
    mitigations: after === null ? mitigations : [after],
  };
}

function titleOf(text: string): { label: string | null; rest: string } {
  const first = splitLabel(text);
  const body = first !== null && /^risk ?#?\d*$/i.test(first.label) ? first.rest : text;
  return splitLabel(body) ?? beforeHyphen(body) ?? { label: null, rest: body };
}

function beforeHyphen(text: string): { label: string; rest: string } | null {
  const hyphen = text.indexOf(' - ');
  if (hyphen === -1) return null;
  return { label: withoutEmphasis(text.slice(0, hyphen)), rest: text.slice(hyphen + 3).trim() };
}

function splitAtDash(text: string): { before: string; after: string | null } {
  const dash = / (?:[–—→]|->|=>) /.exec(text);
  if (dash === null) return { before: text, after: null };
  return { before: text.slice(0, dash.index).trim(), after: text.slice(dash.index + dash[0].length).trim() };
}

function riskOfRow(cells: readonly Cell[]): Risk {
  const written = cells.map(({ column, text }) => ({ column, text: withoutEmphasis(text) }));
  const name = written.find(({ column }) => /^(?:risk|name|title)$/i.test(column)) ?? written[0];
  const others = written.filter((cell) => cell !== name && cell.text !== '');
  const about = others.filter((cell) => !isMitigation(cell)).map(({ column, text }) => `${column}: ${text}`);
  return {
    risk: name?.text ?? '',
    description: about.length === 0 ? null : about.join('\n'),
    mitigations: others.filter(isMitigation).flatMap(({ text }) => partsOf(text)),
  };
}

function isMitigation({ column }: Cell): boolean {
  return lettersOf(column).includes('mitigat');
}

/** The lines of a cell. */
function partsOf(text: string): string[] {
  return text
    .split(/<br ?\/?>/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
