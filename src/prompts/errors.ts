import { PromptRunnerError, type Remedy, type TextPlace } from '../base/errors.js';
import { formatMinute } from '../base/text/format-minute.js';
import type { NewAuditEntry } from './audit-entry.js';

/** Somebody else changed the prompt between reading and writing it. */
export class PromptChangedError extends PromptRunnerError {
  readonly code = 'PROMPT_CHANGED';
  readonly kind = 'not-allowed';

  readonly conflict: PromptConflict;

  constructor(name: string, conflict: PromptConflict) {
    const { read, found, by } = conflict;
    const since =
      read === found
        ? `its newest version is still ${found}`
        : `version ${found} has come since version ${read}, which you saw`;
    const who =
      by === null ? '' : ` The last change is ${by.actor}'s: ${whatOf(by)} at ${formatMinute(by.at)}.`;
    super(
      `Prompt ${name} was changed by someone else in the meantime: ${since}.${who} Nothing was written.`,
      {
        hint: 'Look at what has changed, then decide again.',
        next:
          read === found
            ? `prompt-runner prompt show ${name}`
            : `prompt-runner prompt diff ${name}@${read} ${name}@${found}`,
      },
    );
    this.conflict = conflict;
  }
}

/** How a prompt was when it was read, and how it is now. */
export interface PromptConflict {
  /** The newest version when it was read. */
  readonly read: number;
  /** The newest version now. */
  readonly found: number;
  /** Who changed it last, and how; null when that is not known. */
  readonly by: LastChange | null;
}

export type LastChange = Pick<NewAuditEntry, 'actor' | 'action' | 'subject' | 'before' | 'after' | 'at'>;

/** @example 'review@live from version 1 to version 2' */
function whatOf({ action, subject, before, after }: LastChange): string {
  return subject.kind === 'label'
    ? `${subject.name} from ${versionOf(before)} to ${versionOf(after)}`
    : action;
}

function versionOf(standing: unknown): string {
  const stood = typeof standing === 'object' && standing !== null && 'version' in standing;
  return stood ? `version ${standing.version}` : 'no version';
}

/** The name, or the place in force, belongs to another prompt. */
export class PromptTakenError extends PromptRunnerError {
  readonly code: /** There is a prompt of that name in the project, or among the global ones. */
    | 'PROMPT_NAME_TAKEN'
    /** Another template is in force for that kind, project and feature type. */
    | 'LAYER_TAKEN';
  readonly kind = 'failed';

  constructor(code: PromptTakenError['code'], message: string, remedy: { hint: string; next: string }) {
    super(message, remedy);
    this.code = code;
  }
}

/** A template that was asked for by name is not there. */
export class TemplateNotInLibraryError extends PromptRunnerError {
  readonly code = 'TEMPLATE_NOT_IN_LIBRARY';
  readonly kind = 'not-found';

  /** @param hasPrompt whether there is a prompt of that name, without such a version */
  constructor(reference: string, hasPrompt: boolean) {
    const name = reference.split('@')[0] ?? reference;
    super(
      hasPrompt
        ? `The template "${name}" has no version "${reference.slice(name.length + 1)}".`
        : `There is no template "${reference}" here.`,
      hasPrompt
        ? { hint: 'See which versions and labels it has.', next: `prompt-runner prompt versions ${name}` }
        : { hint: 'See which templates there are.', next: 'prompt-runner orchestrate template list' },
    );
  }
}

/** A prompt of several messages cannot stand inside a text. */
export class IncludeRefusedError extends PromptRunnerError {
  readonly code = 'INCLUDE_REFUSED';
  readonly kind = 'failed';

  constructor(reference: string, messages: number) {
    super(`"${reference}" has ${messages} messages, and cannot be brought into the text of one.`, {
      hint: 'Bring in a prompt of a single message; put the parts that are shared into prompts of their own.',
    });
  }
}

/** The content of a prompt cannot be taken: it cannot be rendered, is too large, or says nothing. */
export class PromptRefusedError extends PromptRunnerError {
  readonly code = 'PROMPT_REFUSED';
  readonly kind = 'failed';
  readonly #place: TextPlace | undefined;

  constructor(message: string, remedy: Remedy, place?: TextPlace) {
    super(message, remedy);
    this.#place = place;
  }

  override get place(): TextPlace | undefined {
    return this.#place;
  }
}

/** A label that only --force moves. */
export class LabelProtectedError extends PromptRunnerError {
  readonly code = 'LABEL_PROTECTED';
  readonly kind = 'not-allowed';

  constructor(name: string, label: string, version: number, next: string) {
    super(`The label "${label}" of ${name} is protected, and points to version ${version}.`, {
      hint: 'Move it with --force, which the audit log will say (prompt.protected_labels names what is protected).',
      next,
    });
  }
}

/** A template was named for another kind of prompt than it is made for. */
export class TemplateKindError extends PromptRunnerError {
  readonly code = 'TEMPLATE_KIND';
  readonly kind = 'usage';

  constructor(reference: string, found: string, asked: string) {
    super(`"${reference}" is a template for ${found}, not for ${asked}.`, {
      hint: `See which there are for ${asked}.`,
      next: `prompt-runner orchestrate template list --kind ${asked}`,
    });
  }
}
