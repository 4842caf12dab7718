import type { PromptFormat } from '../prompt-format.js';
import { readPrompty } from './read-prompty.js';
import { writePrompty } from './write-prompty.js';

/** The files of Prompty, version 2; files of version 1 are read, too. */
export const prompty: PromptFormat = {
  id: 'prompty',
  title: 'Prompty',
  describes:
    'Prompty .prompty files, version 1 and 2: model and options, inputs, outputs, and messages under lines such as ' +
    '"user:", as Jinja2 or simple Mustache. Lost: connections, tools, samples, threads and files as inputs.',
  recognises: ({ path }) => path.endsWith('.prompty'),
  read: async (file) => [await readPrompty(file)],
  write: writePrompty,
};
