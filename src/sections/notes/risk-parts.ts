import { type Entry, textsOf } from '../outline/entry.js';
import { lettersOf, splitLabel } from '../outline/label.js';

/** What a labelled line says of the risk that it belongs to. */
type Role = 'risk' | 'mitigation' | 'description';

const roles: ReadonlyMap<string, Role> = new Map([
  ...['risk', 'issue', 'concern'].map((name): [string, Role] => [name, 'risk']),
  ...['mitigation', 'mitigations', 'mitigationstrategy', 'mitigationplan', 'mitigate', 'mitigatedby'].map(
    (name): [string, Role] => [name, 'mitigation'],
  ),
  ...['description', 'impact', 'likelihood', 'probability', 'severity', 'cause', 'trigger', 'owner'].map(
    (name): [string, Role] => [name, 'description'],
  ),
]);

/** The role that the label of an entry gives it; null for an entry without such a label. */
export function roleOf({ text, cells }: Entry): Role | null {
  if (cells !== null) return null;
  const label = splitLabel(text)?.label ?? text;
  return label.length > 40 ? null : (roles.get(lettersOf(label)) ?? null);
}

export interface RiskParts {
  readonly descriptions: readonly string[];
  readonly mitigations: readonly string[];
}

/**
 * Reads the entries below a risk. After the first mitigation the unlabelled ones are mitigations too.
 *
 * @param announced the title of the field promises mitigations: without a labelled one, all unlabelled are
 */
export function readRiskParts(entries: readonly Entry[], announced: boolean): RiskParts {
  const descriptions: string[] = [];
  const mitigations: string[] = [];
  const allAre = announced && !entries.some((entry) => roleOf(entry) === 'mitigation');
  for (const entry of entries) {
    const role = roleOf(entry);
    const isMitigation = role === 'mitigation' || (role === null && (allAre || mitigations.length > 0));
    (isMitigation ? mitigations : descriptions).push(...saidBy(entry, role));
  }
  return { descriptions, mitigations };
}

/** What an entry says without the label that only names its role; an impact keeps its name. */
function saidBy(entry: Entry, role: Role | null): string[] {
  const below = entry.children.flatMap(textsOf);
  const labelled = splitLabel(entry.text);
  const isBare =
    role === 'risk' || role === 'mitigation' || lettersOf(labelled?.label ?? '') === 'description';
  const text = isBare ? (labelled?.rest ?? '') : entry.text;
  return [text, ...below].filter((part) => part !== '');
}

/** Cuts `… (mitigation: …)` and `…. Mitigation: …` into the risk and its mitigation. */
export function splitRisk(text: string): { text: string; mitigation: string | null } {
  const found = /[\s([;,.–—-]\**mitigations?\**:/i.exec(text);
  if (found === null) return { text, mitigation: null };
  const before = trimmedEnd(text.slice(0, found.index + 1));
  const after = text
    .slice(found.index + found[0].length)
    .replace(/^\*{1,2}/, '')
    .trim();
  const isBracketed = found[0].startsWith('(') || found[0].startsWith('[');
  return { text: before, mitigation: isBracketed ? after.replace(/[)\]]\.?$/, '').trim() : after };
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t([;,–—-*'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
