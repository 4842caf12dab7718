import { duration } from '../duration.js';
import { memberName, nameShape } from '../names.js';
import { parameters } from '../parameters.js';
import { promptReference } from '../references.js';
import { optional, type RecordOf, required } from '../shapes/record.js';
import { integer, plainText } from '../shapes/scalars.js';
import { described, mapped } from '../shapes/shape.js';
import { condition, jsonSchema, templateText } from '../values.js';

/** The keys of every step. */
export const namedFields = {
  name: required(described('The name by which other steps refer to it.', nameShape(memberName))),
  description: optional(described('What it is for, for people.', plainText), null),
  when: optional(described('It is done only when this is true: one expression in {{ }}.', condition), null),
};

export function namedPart({ name, description, when }: RecordOf<typeof namedFields>) {
  return { name: name.value, nameSpan: name.span, description, when };
}

const MOST_RETRIES = 5;

/** The keys of a step that may fail or hang. */
export function fallibleFields(retries: number) {
  const again = integer({ least: 0, most: MOST_RETRIES });
  return {
    ...namedFields,
    retries: optional(
      described(`How often it is tried again after a failure; ${retries} unless said.`, again),
      retries,
    ),
    timeout: optional(described('How long one try may take: 60s, 5m, 1h.', duration), null),
  };
}

export function falliblePart(fields: RecordOf<ReturnType<typeof fallibleFields>>) {
  return { ...namedPart(fields), retries: fields.retries, timeoutMs: fields.timeout };
}

/** A call that fails is worth asking again: most such failures pass. */
const CALL_RETRIES = 2;

/** The keys of a step that calls a model. */
export const modelFields = {
  ...fallibleFields(CALL_RETRIES),
  model: optional(described('The model: provider:model.', templateText), null),
  parameters: optional(described('How the model shall answer.', parameters), {}),
  schema: optional(
    described('The JSON schema of the answer; the output is its parsed value.', jsonSchema),
    null,
  ),
};

export function modelPart(fields: RecordOf<typeof modelFields>) {
  const { model, parameters: given, schema } = fields;
  return { ...falliblePart(fields), model, parameters: given, schema };
}

/** A reference to a prompt, with its place. */
export const promptPlace = mapped(promptReference, (reference, { span }) => ({ reference, span }));
