import type { PromptFormat } from '../prompt-format.js';
import { readLlm } from './read-llm.js';

/** The templates of the `llm` command. */
export const llm: PromptFormat = {
  id: 'llm',
  title: 'llm templates',
  describes:
    'YAML templates of the llm command: prompt, system, model, options, defaults, schema; $name becomes a variable. ' +
    'Lost: fragments, attachments, tools, functions, and what is extracted from the answer.',
  recognises: ({ path, text }) => /\.ya?ml$/i.test(path) && /^(?:prompt|system):/m.test(text),
  read: async (file) => [await readLlm(file)],
};
