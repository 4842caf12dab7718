import type { Deps } from '../../operations/deps.js';
import type { CommandContext } from '../command-context.js';
import { readText, type SourcedText } from '../input/text-source.js';

export interface ContentOptions {
  readonly text: string | undefined;
  readonly file: string | undefined;
  readonly paste: boolean;
  readonly edit: boolean;
  /** What the editor starts with. */
  readonly draft?: string;
}

/** How much longer a text may be than a prompt, so that it is read and its own size is told. */
const ROOM = 4;

/** Reads the text of a prompt from where the command line says. */
export function readContent(
  context: CommandContext,
  { config }: Deps,
  { text, file, paste, edit, draft }: ContentOptions,
): Promise<SourcedText> {
  const limitBytes = ROOM * config.values['prompt.max_bytes'];
  return readText(
    {
      what: 'the prompt',
      argumentName: '--text',
      argument: text,
      file,
      paste,
      edit,
      draft,
      limitBytes,
      limitSetting: 'prompt.max_bytes',
    },
    context,
  );
}

/** A text as operations take it. */
export function asGiven({ bytes, method, name }: SourcedText) {
  return { bytes, input: { method, name } };
}
