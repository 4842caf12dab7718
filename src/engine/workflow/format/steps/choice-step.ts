import type { ChoiceStep, Step } from '../../workflow.js';
import { optional, record, required } from '../shapes/record.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { condition } from '../values.js';
import { namedFields, namedPart } from './common.js';

/** @param steps the shape of a list of steps */
export function choiceStep(steps: Shape<readonly Step[]>): Shape<ChoiceStep> {
  return mapped(
    record('an if step', {
      if: required(described('The condition: one expression in {{ }}.', condition)),
      // biome-ignore lint/suspicious/noThenProperty: the key of the file; it holds no function
      then: required(described('What is done when it is true.', steps)),
      else: optional(described('What is done when it is not.', steps), []),
      ...namedFields,
    }),
    (fields) => ({
      kind: 'if',
      ...namedPart(fields),
      condition: fields.if,
      // biome-ignore lint/suspicious/noThenProperty: a list, which no promise takes for a promise
      then: fields.then,
      else: fields.else,
    }),
  );
}
