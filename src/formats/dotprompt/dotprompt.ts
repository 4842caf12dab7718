import type { PromptFormat } from '../prompt-format.js';
import { readDotprompt } from './read-dotprompt.js';
import { writeDotprompt } from './write-dotprompt.js';

/** The files of Genkit and Firebase: front matter and a Handlebars template. */
export const dotprompt: PromptFormat = {
  id: 'dotprompt',
  title: 'dotprompt',
  describes:
    'Genkit .prompt files: model, config, input and output schemas, messages by role, and the part of Handlebars ' +
    'that Jinja2 has, too. Lost: tools, variants, history, media, sections, helpers, and what lists and mappings hold.',
  recognises: ({ path }) => path.endsWith('.prompt'),
  read: async (file) => [await readDotprompt(file)],
  write: writeDotprompt,
};
