import { isYamlText, type YamlText } from '../../../../base/yaml/yaml-tree.js';
import type { CommandStep, TemplateText } from '../../workflow.js';
import { list } from '../shapes/collections.js';
import type { Reading } from '../shapes/reading.js';
import { optional, record, required } from '../shapes/record.js';
import { boolean, filledText, text } from '../shapes/scalars.js';
import { described, mapped, type Shape } from '../shapes/shape.js';
import { splitTemplateCommand } from '../split-template-command.js';
import { templateText } from '../values.js';
import { fallibleFields, falliblePart } from './common.js';

/** One argument: a text, or what the file writes as a number or as true or false. */
const argument: Shape<TemplateText> = {
  schema: { type: ['string', 'number', 'boolean'] },
  read(node, label, reading) {
    if (isYamlText(node)) return withoutNul(node, label, reading);
    if (node.kind === 'scalar' && node.value !== null) return { ...node, value: reading.written(node.span) };
    return reading.refuse(node.span, `${label} is to be a text.`);
  },
};

const argumentList = list(argument, 1);

const command: Shape<readonly TemplateText[]> = {
  schema: { anyOf: [filledText.schema, argumentList.schema] },
  read(node, label, reading) {
    if (!isYamlText(node)) return argumentList.read(node, label, reading);
    const line = filledText.read(node, label, reading);
    return line && withoutNul(line, label, reading) && words(line, label, reading);
  },
};

function words(line: YamlText, label: string, reading: Reading): readonly TemplateText[] | undefined {
  const { value, span } = line;
  if (value.trim().includes('\n'))
    return reading.refuse(span, `${label} is to be one line, as there is no shell.`, AS_LIST);
  const split = splitTemplateCommand(value.trim());
  if (split === null) return reading.refuse(span, `${label} opens a quote and never closes it.`, AS_LIST);
  // Where a word begins is lost with the quotes: it stands where the line does.
  return split.map((word) => ({ ...line, value: word, span: { start: span.start, end: span.start } }));
}

const AS_LIST = 'Write it as a list: [program, argument].';

function withoutNul(found: YamlText, label: string, reading: Reading): YamlText | undefined {
  if (!found.value.includes('\0')) return found;
  return reading.refuse(found.span, `${label} holds a NUL character, which no argument can hold.`);
}

export const commandStep: Shape<CommandStep> = mapped(
  record('a run step', {
    run: required(described('A program and its arguments, run without a shell.', command)),
    input: optional(described('What it reads from its standard input.', text), null),
    folder: optional(described('Where it runs, inside the root.', templateText), null),
    allow_failure: optional(
      described('Whether to go on when it exits with another code than 0.', boolean),
      false,
    ),
    ...fallibleFields(0),
  }),
  (fields) => ({
    kind: 'run',
    ...falliblePart(fields),
    command: fields.run,
    input: fields.input,
    folder: fields.folder,
    allowFailure: fields.allow_failure,
  }),
);
