import { textsOf } from '../outline/entry.js';
import { outlineLines } from '../outline/outline-line.js';
import { readComplexity } from './complexity.js';
import type { Complexity, ExecutionNotes, OtherField } from './execution-notes.js';
import type { Field, Reading } from './field.js';
import { type FieldName, isScalar } from './field-names.js';
import { readKeyFiles } from './key-files.js';
import { readItems } from './note-item.js';
import { fieldsOfObject } from './notes-object.js';
import { readRisks } from './risks.js';
import { splitFields } from './split-fields.js';
import { readTimeEstimate } from './time-estimate.js';

/**
 * Reads execution notes: text in any of the layouts that models write, or one JSON object. Nothing is guessed:
 * what cannot be read is null or empty, and its text is kept in `other` or `unread`.
 *
 * @param text the body of the section; any string is fine, in time linear in its length
 * @example readNotes('Complexity: Medium-High\nTeam: two people').complexity?.max // 'High'
 */
export function readNotes(text: string): ExecutionNotes {
  const { value: fields, unread: preface } = fieldsOfObject(text) ?? splitFields(outlineLines(text));
  const all = (name: FieldName) => fields.filter((field) => field.name === name);
  const items = (name: FieldName) => readItems(all(name));
  const readings = {
    feature: readOnce(all('feature'), readFeature),
    complexity: readOnce(all('complexity'), readLevel),
    timeEstimate: readOnce(all('timeEstimate'), readTimeEstimate),
    risks: readRisks(all('risks')),
    keyFiles: readKeyFiles(all('keyFiles')),
    similarFeatures: items('similarFeatures'),
    integrationPoints: items('integrationPoints'),
    testing: items('testing'),
    performance: items('performance'),
    security: items('security'),
    rollback: items('rollback'),
    implementationOrder: items('implementationOrder'),
    successCriteria: items('successCriteria'),
  };
  const unread = Object.values(readings).flatMap((reading) => reading.unread);
  return {
    feature: readings.feature.value,
    complexity: readings.complexity.value,
    timeEstimate: readings.timeEstimate.value,
    risks: readings.risks.value,
    keyFiles: readings.keyFiles.value,
    similarFeatures: readings.similarFeatures.value,
    integrationPoints: readings.integrationPoints.value,
    testing: readings.testing.value,
    performance: readings.performance.value,
    security: readings.security.value,
    rollback: readings.rollback.value,
    implementationOrder: readings.implementationOrder.value,
    successCriteria: readings.successCriteria.value,
    other: otherFields(fields),
    unread: [...preface, ...unread, ...emptyTitles(fields)],
  };
}

function readOnce<T>(fields: readonly Field[], read: (field: Field) => Reading<T>): Reading<T | null> {
  const [first] = fields;
  return first === undefined ? { value: null, unread: [] } : read(first);
}

/** The text beside the title, or the first entry below it. */
function readFeature({ inline, entries }: Field): Reading<string | null> {
  const [text, ...rest] = [...(inline === '' ? [] : [inline]), ...entries.flatMap(textsOf)];
  return { value: text ?? null, unread: rest };
}

function readLevel({ inline, entries }: Field): Reading<Complexity | null> {
  const [text, ...remarks] = [...(inline === '' ? [] : [inline]), ...entries.flatMap(textsOf)];
  if (text === undefined) return { value: null, unread: [] };
  const complexity = readComplexity(text);
  const notes = [complexity.note, ...remarks].filter((note) => note !== null);
  return { value: { ...complexity, note: notes.length === 0 ? null : notes.join('\n') }, unread: [] };
}

/** Fields of other names, and single values that are given once more. */
function otherFields(fields: readonly Field[]): OtherField[] {
  return fields
    .filter((field) => isOther(field, fields) && contentOf(field) !== '')
    .map((field) => ({ title: field.title, text: contentOf(field) }));
}

function isOther(field: Field, fields: readonly Field[]): boolean {
  if (field.name === null) return true;
  return isScalar(field.name) && fields.find(({ name }) => name === field.name) !== field;
}

function contentOf({ inline, source }: Field): string {
  return [inline, source].filter((part) => part !== '').join('\n');
}

function emptyTitles(fields: readonly Field[]): string[] {
  return fields
    .filter((field) => isOther(field, fields) && contentOf(field) === '')
    .map(({ title }) => title);
}
