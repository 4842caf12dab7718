import { folderOfFile } from '../file-name.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { promptDocument } from '../prompt-document.js';
import type { Loss, PromptFormat, ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { readArgumentsText } from './arguments-text.js';

/** The skills of coding agents. */
export const skill: PromptFormat = {
  id: 'skill',
  title: 'agent skills',
  describes:
    'SKILL.md files: name, description, model, and the text, in which $ARGUMENTS and $1 become variables. ' +
    'Lost: tools, licence and other metadata, and the files beside it.',
  recognises: ({ path }) => /(?:^|\/)SKILL\.md$/i.test(path),
  read: async (file) => [await readSkill(file)],
};

async function readSkill(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const { template, losses } = readArgumentsText(body, bodyLine);
  const document = promptDocument({
    name: fields.text('name') ?? folderOfFile(file.path),
    description: fields.text('description'),
    messages: [{ role: 'user', text: template }],
    settings: { model: fields.text('model') },
  });
  const tools = fields.lose('allowed-tools', 'a prompt here calls no tools');
  const beside = [...(file.beside?.keys() ?? [])].filter((path) => path !== 'SKILL.md');
  const files = beside.map((what): Loss => ({ what, reason: 'other files of a skill are not read' }));
  return { document, losses: [...tools, ...fields.rest(), ...losses, ...files], offered: [] };
}
