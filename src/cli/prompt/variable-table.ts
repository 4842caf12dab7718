import type { VariableView } from '../../operations/prompt/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** The variables of a prompt, a line each; nothing when it has none. */
export function variableTable(variables: readonly VariableView[], stream: OutputStream): string {
  const { dim, yellow } = styleFor(stream);
  return renderTable(
    variables,
    [
      { header: 'Variable', cell: ({ name }) => name, flexible: true, minWidth: 12 },
      { header: 'Type', cell: ({ type }) => type, paint: dim },
      { header: 'Value', cell: valueText, flexible: true, minWidth: 10 },
      { header: 'Description', cell: descriptionText, flexible: true, minWidth: 12 },
      {
        header: '',
        cell: ({ declared, used }) => (declared ? (used ? '' : 'not used') : 'not declared'),
        paint: yellow,
      },
    ],
    stream,
  );
}

function valueText(variable: VariableView): string {
  if ('default' in variable) return JSON.stringify(variable.default);
  return variable.required ? 'required' : 'optional';
}

function descriptionText({ description, choices }: VariableView): string {
  const oneOf =
    choices === undefined ? [] : [`one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`];
  return [...(description === null ? [] : [description]), ...oneOf].join('; ');
}
