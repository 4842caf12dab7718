import { hasFrontMatter } from '../front-matter.js';
import type { PromptFormat } from '../prompt-format.js';
import { readOwn } from './read-own.js';
import { writeOwn } from './write-own.js';

/** Our own files: Markdown with YAML front matter, which hold all that a prompt can say. */
export const own: PromptFormat = {
  id: 'own',
  title: 'Markdown with front matter',
  describes:
    'The own format: what a prompt says of itself as YAML front matter, its Jinja2 text below. ' +
    'Nothing is lost either way; front matter keys that it does not know are reported.',
  recognises: ({ path, text }) => /\.(md|markdown)$/i.test(path) && hasFrontMatter(text),
  read: async (file) => [await readOwn(file)],
  write: writeOwn,
};
