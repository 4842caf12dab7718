import { PromptRunnerError, type Remedy } from '../../base/errors.js';
import { formatBytes } from '../../base/text/format-bytes.js';

/** More came in than the limit allows. */
export class InputTooLargeError extends PromptRunnerError {
  readonly code = 'INPUT_TOO_LARGE';
  readonly kind = 'failed';

  /** @param limitBytes the limit that was passed; how large the input is, is not known. */
  constructor(limitBytes: number, name = 'The input') {
    super(`${name} is larger than the limit of ${formatBytes(limitBytes)}.`, {
      hint: 'Give a smaller text.',
    });
  }

  /** The same where a setting says how much is taken. */
  withSetting(key: string): this {
    return this.withRemedy({
      hint: `Give a smaller text, or raise the limit: prompt-runner config set ${key} BYTES`,
    });
  }
}

/** No source was named for a text, nothing is piped in, and nobody can be asked. */
export class TextMissingError extends PromptRunnerError {
  readonly code = 'TEXT_MISSING';
  readonly kind = 'usage';

  /** @param ways how it could be given, two or more, in words, such as "with --file PATH" */
  constructor(what: string, ways: readonly string[]) {
    super(`Nothing was given for ${what}.`, {
      hint: `Give it ${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}.`,
    });
  }
}

/** Two or more sources were named for one text. */
export class TextGivenTwiceError extends PromptRunnerError {
  readonly code = 'TEXT_GIVEN_TWICE';
  readonly kind = 'usage';

  /** @param ways the sources that were given, as a person wrote them, such as "--file" */
  constructor(what: string, ways: readonly string[]) {
    super(`More than one source was given for ${what}: ${ways.join(' and ')}.`, {
      hint: 'Keep one of them.',
    });
  }
}

/** The file that a text should come from does not exist. */
export class FileNotFoundError extends PromptRunnerError {
  readonly code = 'FILE_NOT_FOUND';
  readonly kind = 'not-found';

  /** @param nearest a file in the same folder that may have been meant */
  constructor(path: string, nearest: string | undefined, options?: ErrorOptions) {
    super(
      `There is no file "${path}".`,
      {
        hint:
          nearest === undefined
            ? 'Check the path; it is taken from the working directory.'
            : `Did you mean "${nearest}"?`,
      },
      options,
    );
  }
}

/** A folder was named where a file was meant. */
export class FileIsFolderError extends PromptRunnerError {
  readonly code = 'FILE_IS_FOLDER';
  readonly kind = 'usage';

  constructor(path: string) {
    super(`"${path}" is a folder, not a file.`, { hint: 'Name the file inside it that holds the text.' });
  }
}

/** The file is there, and the system refuses to read it. */
export class FileUnreadableError extends PromptRunnerError {
  readonly code = 'FILE_UNREADABLE';
  readonly kind = 'failed';

  /** @param reason what the operating system said */
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`"${path}" cannot be read: ${reason}.`, { hint: 'Check who may read it (ls -l).' }, options);
  }
}

/** The editor did not start or did not end well; whatever a person wrote in it is kept. */
export class EditorFailedError extends PromptRunnerError {
  readonly code = 'EDITOR_FAILED';
  readonly kind = 'failed';

  /** @param keptAt where the text lies that a person wrote, or null when nothing was written */
  constructor(command: string, reason: string, keptAt: string | null, options?: ErrorOptions) {
    const kept = keptAt === null ? '' : ` Your text was kept in ${keptAt}.`;
    super(`The editor "${command}" ${reason}.${kept}`, editorRemedy(keptAt), options);
  }
}

function editorRemedy(keptAt: string | null): Remedy {
  return keptAt === null
    ? {
        hint: 'Set VISUAL or EDITOR to an editor that waits until you close the file, such as "code --wait".',
      }
    : { hint: `Give it with --file ${keptAt}` };
}

/** The clipboard cannot be read or written here. */
export class ClipboardUnavailableError extends PromptRunnerError {
  readonly code = 'CLIPBOARD_UNAVAILABLE';
  readonly kind = 'failed';

  /** @param wayAround what to do without a clipboard */
  constructor(message: string, wayAround: string, options?: ErrorOptions) {
    super(message, { hint: wayAround }, options);
  }
}

/** A question has to be answered, and there is nobody to ask. */
export class ConfirmationNeededError extends PromptRunnerError {
  readonly code = 'CONFIRMATION_NEEDED';
  readonly kind = 'usage';

  constructor(question: string) {
    super(`This has to be confirmed, and there is no terminal to ask on: ${question}`, {
      hint: 'Say yes beforehand with --yes.',
    });
  }
}
