import { readFrontMatterFile } from '../front-matter-file.js';
import { promptDocument, type VariableDeclaration } from '../prompt-document.js';
import type { PromptFormat, ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { readArgumentsText } from './arguments-text.js';

/** The slash commands of Claude Code. */
export const claudeCommand: PromptFormat = {
  id: 'claude-command',
  title: 'Claude Code commands',
  describes:
    'Commands in .claude/commands: description, model, and the text, in which $ARGUMENTS and $1 become variables. ' +
    'Lost: allowed tools; commands in !`…` are not run and @files are not put in, both stay as text.',
  recognises: ({ path }) => /(?:^|\/)\.claude\/commands\/.+\.md$/.test(path),
  read: async (file) => [await readCommand(file)],
};

async function readCommand(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const text = readArgumentsText(body, bodyLine);
  const hint = hintOf(fields.value('argument-hint'));
  const document = promptDocument({
    name: file.path.replace(/^(?:.*\/)?\.claude\/commands\//, '').replace(/\.md$/, ''),
    description: fields.text('description'),
    messages: [{ role: 'user', text: text.template }],
    variables: text.takesArguments && hint !== null ? [argumentsVariable(hint)] : [],
    settings: { model: fields.text('model') },
  });
  const losses = [
    ...(text.takesArguments || hint === null
      ? []
      : fields.lose('argument-hint', 'the text has no $ARGUMENTS')),
    ...fields.lose('allowed-tools', 'a prompt here calls no tools'),
    ...fields.rest(),
    ...text.losses,
  ];
  return { document, losses, offered: [] };
}

/** A hint such as `[file]` is a list to YAML. */
function hintOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? `[${value.join(', ')}]` : null;
}

function argumentsVariable(description: string): VariableDeclaration {
  return { name: 'arguments', type: 'string', description, required: false };
}
