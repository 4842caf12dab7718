import { snakeCase } from '../../base/text/snake-case.js';
import type { Fields } from '../fields.js';
import { nameOfFile } from '../file-name.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { variableName } from '../jinja/names.js';
import { fillMarks } from '../placeholders.js';
import { promptDocument, type VariableDeclaration } from '../prompt-document.js';
import type { Loss, PromptFormat, ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { textOfFile } from '../text-of-file.js';

/** The prompt files of GitHub Copilot in Visual Studio Code. */
export const copilot: PromptFormat = {
  id: 'copilot',
  title: 'Copilot prompt files',
  describes:
    'Copilot .prompt.md files: name, description, model, and the text, in which inputs and values of the editor ' +
    'such as the selection become variables. Lost: mode or agent, tools, and what #file and #tool refer to.',
  recognises: ({ path }) => /\.prompt\.md$/i.test(path),
  read: async (file) => [await readPromptFile(file)],
};

/** `${input:name}`, `${input:name:what to give}`, and `${selection}` and the like. */
const MARK = /\$\{(?:input:([\w-]{1,100})(?::([^}\n]{0,1000}))?|([A-Za-z][\w-]{0,100}))\}/g;

/** What the editor would put in: text for a reference to a file or a tool. */
const REFERENCE = /#(?:file|tool|folder|codebase|selection)(?::[\w./-]{1,500})?(?![\w-])/g;

async function readPromptFile(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const text = textOfFile(body);
  const filled = fillMarks(text, MARK, ([, input, , value = '']) => ({
    variable: input ?? snakeCase(value),
  }));
  const model = readModel(fields);
  const document = promptDocument({
    name: fields.text('name') ?? nameOfFile(file.path, '.prompt.md'),
    description: fields.text('description'),
    messages: [{ role: 'user', text: filled.template }],
    variables: inputsOf(text),
    settings: { model: model.name },
  });
  const losses = [
    ...model.losses,
    ...['mode', 'agent'].flatMap((key) => fields.lose(key, 'a prompt here does not say who carries it out')),
    ...fields.lose('tools', 'a prompt here calls no tools'),
    ...fields.rest(),
    ...filled.losses,
    ...references(text, bodyLine),
  ];
  return { document, losses, offered: [] };
}

/** One model, or the first of several that may be used. */
function readModel(fields: Fields): { name: string | null; losses: readonly Loss[] } {
  const [first = null, ...others] = fields.texts('model');
  return {
    name: first,
    losses: others.length === 0 ? [] : fields.lose('model', 'only the first one is kept'),
  };
}

/** The inputs that say what to give; the first of a name counts. */
function inputsOf(text: string): readonly VariableDeclaration[] {
  const inputs = new Map<string, VariableDeclaration>();
  for (const [, input, what] of text.matchAll(MARK)) {
    const name = variableName(input ?? '');
    if (input !== undefined && what !== undefined && !inputs.has(name))
      inputs.set(name, { name, type: 'string', description: what, required: true });
  }
  return [...inputs.values()];
}

function references(text: string, bodyLine: number): readonly Loss[] {
  return text.split('\n').flatMap((content, index) =>
    (content.match(REFERENCE) ?? []).map((what) => {
      return { what, reason: 'the editor would put it in; it stays as text', line: bodyLine + index };
    }),
  );
}
