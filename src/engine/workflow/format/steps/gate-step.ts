import { isYamlText } from '../../../../base/yaml/yaml-tree.js';
import type { GateStep, OnReject } from '../../workflow.js';
import { optional, record, required } from '../shapes/record.js';
import { oneOf, text } from '../shapes/scalars.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { templateText } from '../values.js';
import { namedFields, namedPart } from './common.js';

const stop = oneOf(['stop']);
const redo = record('on_reject', { redo: required(text) });

const onReject: Shape<OnReject> = {
  schema: { anyOf: [stop.schema, redo.schema] },
  read(node, label, reading) {
    if (node.kind === 'mapping') {
      const read = redo.read(node, label, reading);
      return read && { is: 'redo', step: read.redo.value, span: read.redo.span };
    }
    if (isYamlText(node) && node.value === 'stop') return { is: 'stop' };
    return reading.refuse(node.span, `${label} is to be stop, or {redo: STEP}.`);
  },
};

export const gateStep: Shape<GateStep> = mapped(
  record('a gate', {
    gate: required(described('The text that a person is to approve: a Jinja2 template.', templateText)),
    on_reject: optional(
      described('What follows when it is turned down: stop, or going back to an earlier step.', onReject),
      { is: 'stop' } as const,
    ),
    ...namedFields,
  }),
  (fields) => ({ kind: 'gate', ...namedPart(fields), content: fields.gate, onReject: fields.on_reject }),
);
