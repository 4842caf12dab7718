import { lettersOf, splitLabel } from '../outline/label.js';
import type { OutlineLine } from '../outline/outline-line.js';
import { changeOfRemark } from './file-change.js';
import type { FileDraft } from './file-draft.js';
import { titleOf } from './line-title.js';

const changeLabels: ReadonlySet<string> = new Set(['type', 'change', 'changetype', 'status', 'action']);
const purposeLabels: ReadonlySet<string> = new Set(['purpose', 'description', 'summary', 'why', 'reason']);
const changesLabels: ReadonlySet<string> = new Set(['changes', 'keychanges', 'changesmade', 'details']);

/** Whether a line without a list marker is a field of the file above it: "**Purpose:** reads a". */
export function isField(line: OutlineLine): boolean {
  const labelled = line.marker === 'none' ? splitLabel(line.text) : null;
  if (labelled === null) return false;
  const field = lettersOf(labelled.label);
  const needsText = changeLabels.has(field) || purposeLabels.has(field);
  return changesLabels.has(field) || (needsText && labelled.rest !== '');
}

/** Adds to a file what a line below it says; false when the line cannot be placed. */
export function describeFile(file: FileDraft, line: OutlineLine): boolean {
  if (line.marker === 'code') return false;
  const { label, rest } = splitLabel(line.text) ?? { label: titleOf(line) ?? '', rest: '' };
  const field = lettersOf(label);
  if (changeLabels.has(field)) return file.setChange(changeOfRemark(rest));
  if (purposeLabels.has(field)) return file.setPurpose(rest);
  if (changesLabels.has(field)) return rest === '' || file.addChange(rest);
  if (line.marker !== 'none') return file.addChange(line.text);
  return describeInProse(file, line);
}

/** The first words below a bare path say what the file is for; later lines only go on with a broken one. */
function describeInProse(file: FileDraft, { text, afterBlank }: OutlineLine): boolean {
  if (file.isBare) return file.setPurpose(text);
  return !afterBlank && file.goOn(text);
}
