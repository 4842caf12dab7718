import { orchestrationKinds } from '../../../operations/orchestration-template/kinds.js';
import type { OptionSpecs } from '../../command.js';
import { textOptions } from '../../prompt/prompt-options.js';

export const kindOption = {
  kind: {
    kind: 'choice',
    short: 'k',
    choices: orchestrationKinds,
    description: `What it is for: ${orchestrationKinds.join(', ')}.`,
  },
} as const satisfies OptionSpecs;

export const typeOption = {
  type: {
    kind: 'text',
    short: 't',
    placeholder: 'WORD',
    description: 'The type of feature, for instance bugfix or api.',
  },
} as const satisfies OptionSpecs;

/** Where the text of a template comes from. Without any of these it is read from a pipe, or typed. */
export const contentOptions = {
  file: textOptions.file,
  paste: textOptions.paste,
  edit: textOptions.edit,
} as const satisfies OptionSpecs;
