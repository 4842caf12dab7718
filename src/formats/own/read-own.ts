import { UnreadablePromptFileError } from '../errors.js';
import type { Fields } from '../fields.js';
import { readFrontMatterFile } from '../front-matter-file.js';
import { type DocumentMessage, isMessageRole, messageRoles, promptDocument } from '../prompt-document.js';
import type { ReadPrompt } from '../prompt-format.js';
import type { SourceFile } from '../source-file.js';
import { textOfFile } from '../text-of-file.js';
import { readMarked } from './role-marks.js';
import { readVariables } from './variables-field.js';

/** Reads a file of the own format. A file without front matter is one message of the user. */
export async function readOwn(file: SourceFile): Promise<ReadPrompt> {
  const { fields, body, bodyLine } = await readFrontMatterFile(file);
  const { messages, losses: messageLosses } = readMessages(fields, { path: file.path, body, bodyLine });
  const { variables, losses: variableLosses } = readVariables(fields, 'variables');
  const document = promptDocument({
    name: fields.text('name'),
    description: fields.text('description'),
    category: fields.text('category'),
    tags: fields.texts('tags'),
    kind: fields.text('kind'),
    featureType: fields.text('feature_type'),
    isTemplate: fields.flag('template') ?? false,
    messages,
    variables,
    settings: {
      model: fields.text('model'),
      parameters: fields.object('parameters'),
      responseSchema: fields.value('response_schema') ?? null,
    },
    version: fields.number('version'),
  });
  return { document, losses: [...messageLosses, ...variableLosses, ...fields.rest()], offered: [] };
}

interface Body {
  readonly path: string;
  readonly body: string;
  readonly bodyLine: number;
}

function readMessages(
  fields: Fields,
  place: Body,
): Pick<ReadPrompt, 'losses'> & {
  messages: readonly DocumentMessage[];
} {
  const layout = fields.value('messages') ?? null;
  if (layout === null) return { messages: [{ role: 'user', text: textOfFile(place.body) }], losses: [] };
  if (layout === 'marked') return { messages: markedMessages(place), losses: [] };
  return listedMessages(fields, place);
}

function markedMessages({ path, body, bodyLine }: Body): readonly DocumentMessage[] {
  const { messages, before } = readMarked(body);
  if (before.trim() !== '')
    throw new UnreadablePromptFileError(path, 'a text stands before the first mark of a role', bodyLine, {
      hint: 'Begin each message with a line such as "<!-- user -->", or leave out "messages: marked".',
    });
  if (messages.length === 0)
    throw new UnreadablePromptFileError(path, 'it says "messages: marked" and has no message', bodyLine);
  return messages;
}

function listedMessages(fields: Fields, { path, body, bodyLine }: Body): ReturnType<typeof readMessages> {
  if (body.trim() !== '')
    throw new UnreadablePromptFileError(path, 'it has messages in its front matter and a body', bodyLine);
  const entries = fields.mappings('messages');
  if (entries.length === 0) throw fields.fault('`messages` is an empty list', 'messages');
  const messages = entries.map((entry) => {
    const role = entry.text('role') ?? '';
    if (!isMessageRole(role)) throw entry.fault(`\`role\` is none of ${messageRoles.join(', ')}`, 'role');
    return { role, text: entry.text('text') ?? '' };
  });
  return { messages, losses: entries.flatMap((entry) => entry.rest()) };
}
