import { isDeepStrictEqual } from 'node:util';
import type { PromptDocument, VariableDeclaration } from './prompt-document.js';
import type { Loss } from './prompt-format.js';

/**
 * What a document says, its messages aside, that another one does not.
 *
 * @param title the title of the format that lost it
 */
export function lossesBetween(title: string, given: PromptDocument, back: PromptDocument): readonly Loss[] {
  const reason = `${title} has no place for it`;
  return [
    ...changedKeys(metadata(given), metadata(back)),
    ...changedKeys(given.settings.parameters, back.settings.parameters).map((key) => `parameters.${key}`),
    ...given.variables.flatMap((variable) => changesOf(variable, back.variables)),
    ...orderOf(given, back),
  ].map((what) => ({ what, reason }));
}

function metadata(document: PromptDocument): Readonly<Record<string, unknown>> {
  const { name, description, category, tags, kind, version, settings } = document;
  const { model, responseSchema: response_schema } = settings;
  const { featureType: feature_type, isTemplate: template } = document;
  return { name, description, category, tags, kind, feature_type, template, version, model, response_schema };
}

function changesOf(given: VariableDeclaration, others: readonly VariableDeclaration[]): readonly string[] {
  const back = others.find(({ name }) => name === given.name);
  if (back === undefined) return [`variable ${given.name}`];
  return changedKeys({ ...given }, { ...back }).map((key) => `variable ${given.name}: ${key}`);
}

function orderOf(given: PromptDocument, back: PromptDocument): readonly string[] {
  const names = back.variables.map(({ name }) => name);
  const kept = given.variables.map(({ name }) => name).filter((name) => names.includes(name));
  return isDeepStrictEqual(kept, names) ? [] : ['the order of the variables'];
}

function changedKeys(
  given: Readonly<Record<string, unknown>>,
  back: Readonly<Record<string, unknown>>,
): readonly string[] {
  return [...new Set([...Object.keys(given), ...Object.keys(back)])].filter(
    (key) => !isDeepStrictEqual(own(given, key), own(back, key)),
  );
}

function own(mapping: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}
