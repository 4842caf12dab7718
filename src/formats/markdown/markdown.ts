import { nameOfFile } from '../file-name.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { literalTemplate } from '../literal-template.js';
import { promptDocument } from '../prompt-document.js';
import type { PromptFormat, ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { textOfFile } from '../text-of-file.js';
import { findOffered } from './find-offered.js';

/** Any text. What looks like a variable is offered as one. */
export const markdown: PromptFormat = {
  id: 'markdown',
  title: 'plain Markdown',
  describes:
    'Any Markdown or text file, as one literal message of the user. [PLACEHOLDERS] and {placeholders} stay as they are ' +
    'and are offered as variables. Lost: front matter keys but name, title, description, category and tags.',
  recognises: ({ path }) => /\.(?:md|markdown|txt)$/i.test(path),
  read: async (file) => [await readMarkdown(file)],
};

async function readMarkdown(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body } = await readFrontMatterFile(file);
  const text = textOfFile(body);
  const extension = /\.[^./]*$/.exec(file.path)?.[0].toLowerCase() ?? '';
  const title = fields.text('title');
  const document = promptDocument({
    name: fields.text('name') ?? title ?? nameOfFile(file.path, extension),
    description: fields.text('description'),
    category: fields.text('category'),
    tags: fields.texts('tags'),
    messages: [{ role: 'user', text: literalTemplate(text) }],
  });
  return { document, losses: fields.rest(), offered: findOffered(text) };
}
