import type { EachStep, Step } from '../../workflow.js';
import { entryName, nameShape } from '../names.js';
import { optional, record, required } from '../shapes/record.js';
import { integer } from '../shapes/scalars.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { listValue } from '../values.js';
import { namedFields, namedPart } from './common.js';

const MOST_AT_A_TIME = 50;
const USUAL_ENTRY = 'item';

const name = mapped(nameShape(entryName), ({ value }) => value);

/** @param steps the shape of a list of steps */
export function eachStep(steps: Shape<readonly Step[]>): Shape<EachStep> {
  const concurrency = integer({ least: 1, most: MOST_AT_A_TIME });
  return mapped(
    record('a for_each step', {
      for_each: required(described('A list, or one expression in {{ }} that gives one.', listValue)),
      as: optional(
        described(`The name by which its steps see the entry; "${USUAL_ENTRY}" unless said.`, name),
        USUAL_ENTRY,
      ),
      concurrency: optional(
        described('How many entries are worked on at a time; 1 unless said.', concurrency),
        1,
      ),
      steps: required(described('What is done for each entry.', steps)),
      ...namedFields,
    }),
    (fields) => ({
      kind: 'for_each',
      ...namedPart(fields),
      list: fields.for_each,
      as: fields.as,
      concurrency: fields.concurrency,
      steps: fields.steps,
    }),
  );
}
