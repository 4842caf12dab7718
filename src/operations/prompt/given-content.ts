import * as z from 'zod/mini';
import {
  type JsonValue,
  type Loss,
  messageRoles,
  type PromptDocument,
  promptDocument,
  readPrompts,
  UnreadablePromptFileError,
  type VariableDeclaration,
  variableTypes,
} from '../../formats/index.js';
import { literalTemplate } from '../../formats/literal-template.js';
import type { PromptContent } from '../../prompts/prompt-content.js';
import { givenText } from '../session/given-text.js';
import { utf8Text } from '../template/utf8-text.js';
import { aboutInput } from './prompt-input.js';
import { withMessage } from './with-message.js';

const json = z.custom<JsonValue>((value) => z.safeParse(z.json(), value).success, 'is no JSON value');

export const messageInput = z.object({ role: z.enum(messageRoles), text: z.string() });

export const variableInput = z.object({
  name: z.string(),
  type: z._default(z.enum(variableTypes), 'any'),
  description: z._default(z.nullable(z.string()), null),
  default: z.optional(json),
  required: z._default(z.boolean(), true),
  choices: z.optional(z.array(json)),
});

export const settingsInput = z.object({
  model: z._default(z.nullable(z.string()), null),
  parameters: z._default(z.record(z.string(), json), {}),
  responseSchema: z._default(json, null),
});

/** What a prompt shall say: a text as somebody hands it in, or its messages. */
export const contentInput = z.union([
  z.object({
    text: givenText,
    /** The system message before it. */
    system: z.optional(z.string()),
    /** Keep the text as it is: nothing in it is a variable or a block. */
    literal: z._default(z.boolean(), false),
  }),
  z.object({
    messages: z.array(messageInput).check(z.minLength(1)),
    variables: z._default(z.array(variableInput), []),
    settings: z.optional(settingsInput),
  }),
]);

export interface GivenContent {
  readonly document: PromptDocument;
  /** What a file said that could not be carried over. */
  readonly losses: readonly Loss[];
  /** Whether the text was a file of our own, which says more of a prompt than its content. */
  readonly isFile: boolean;
  /** Whether it says all that the prompt shall say, rather than one text of it. */
  readonly isWhole: boolean;
}

const FRONT_MATTER = /^---[ \t]*\r?\n/;

/**
 * The content that somebody hands in. A text that begins with front matter is a file of our own format; any
 * other is one message of the user's, without the line end that closes a file.
 *
 * @throws NotUtf8Error, UnreadablePromptFileError
 */
export async function readContent(given: z.output<typeof contentInput>): Promise<GivenContent> {
  if ('messages' in given) {
    const { messages, variables, settings } = given;
    const document = promptDocument({
      messages,
      variables: variables.map(declaration),
      ...(settings && { settings }),
    });
    return { document, losses: [], isFile: false, isWhole: true };
  }
  const { text, system, literal } = given;
  const name = text.input.name ?? 'the prompt';
  const decoded = utf8Text(text.bytes, name);
  if (!literal && FRONT_MATTER.test(decoded)) return readFile(name, decoded, system);
  const plain = decoded.replace(/\r?\n$/, '');
  const body = { role: 'user', text: literal ? literalTemplate(plain) : plain } as const;
  const messages = system === undefined ? [body] : [{ role: 'system', text: system } as const, body];
  return { document: promptDocument({ messages }), losses: [], isFile: false, isWhole: false };
}

export function contentOf({ messages, variables, settings }: PromptDocument): PromptContent {
  return { messages, variables, settings };
}

async function readFile(path: string, text: string, system: string | undefined): Promise<GivenContent> {
  const [read] = await readPrompts({ path, text }, 'own');
  if (read === undefined) throw new Error('a file of our own holds one prompt');
  const { document, losses } = read;
  await requireFitting(path, document);
  const messages =
    system === undefined
      ? document.messages
      : withMessage(path, document.messages, { role: 'system', text: system });
  return { document: { ...document, messages }, losses, isFile: true, isWhole: true };
}

/** What a file says of a prompt has to be what a command line could say. */
async function requireFitting(path: string, document: PromptDocument): Promise<void> {
  const { description, category, tags, kind, featureType, isTemplate } = document;
  const about = { description, category, tags: [...tags], kind, featureType, isTemplate };
  if (z.safeParse(aboutInput, about).success) return;
  const { describeMisfit } = await import('../describe-misfit.js');
  throw new UnreadablePromptFileError(path, describeMisfit(aboutInput, about).replace(/\.$/, ''));
}

/** A default that was not given is absent, rather than undefined. */
function declaration({
  default: value,
  choices,
  ...rest
}: z.output<typeof variableInput>): VariableDeclaration {
  return {
    ...rest,
    ...(value !== undefined && { default: value }),
    ...(choices !== undefined && { choices }),
  };
}
