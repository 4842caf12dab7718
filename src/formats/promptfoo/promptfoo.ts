import type { PromptFormat } from '../prompt-format.js';
import { readPromptfoo } from './read-promptfoo.js';
import { writePromptfoo } from './write-promptfoo.js';

/** The part of a promptfoo configuration that declares prompts. */
export const promptfoo: PromptFormat = {
  id: 'promptfoo',
  title: 'promptfoo',
  describes:
    'promptfoo YAML: the prompts, also of text and chat files beside it, values of variables, and a single provider as ' +
    'the model. Lost: tests, assertions, several providers, and prompts that are JavaScript or Python, which never run.',
  recognises: ({ path, text }) =>
    /\.ya?ml$/i.test(path) &&
    (/promptfoo/i.test(path.slice(path.lastIndexOf('/') + 1)) ||
      (/^prompts:/m.test(text) && /^(?:providers|tests|defaultTest|targets):/m.test(text))),
  read: readPromptfoo,
  write: writePromptfoo,
};
