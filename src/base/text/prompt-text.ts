/** One message of a prompt. */
export interface PromptMessage {
  /** "system", "user" or "assistant". */
  readonly role: string;
  readonly text: string;
}

const ROLE_RULER_COLUMNS = 40;

/**
 * The messages of a prompt as the one text that is pasted into a chat: a single one as it is, several each
 * under a ruler that names its role. It ends with one line feed at least.
 *
 * @example promptText([{ role: 'user', text: 'Plan it.' }]) === 'Plan it.\n'
 */
export function promptText(messages: readonly PromptMessage[]): string {
  return promptParts(messages)
    .map(({ roleRuler, text }) => (roleRuler === null ? text : `${roleRuler}\n${text}`))
    .join('\n');
}

export interface PromptPart {
  /** The line above the text; null when the message is the only one. */
  readonly roleRuler: string | null;
  /** Ends with a line feed. */
  readonly text: string;
}

/** The pieces of {@link promptText}, for a surface that gives each its own look. */
export function promptParts(messages: readonly PromptMessage[]): PromptPart[] {
  const many = messages.length > 1;
  return messages.map(({ role, text }) => ({
    roleRuler: many ? `── ${role} `.padEnd(ROLE_RULER_COLUMNS, '─') : null,
    text: text.endsWith('\n') ? text : `${text}\n`,
  }));
}
