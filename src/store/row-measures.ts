import { sha256 } from '../base/checksum.js';
import type { Attempt, Message } from '../engine/session/attempt.js';
import { contentChecksum, contentSize } from '../prompts/prompt-content.js';
import type { StoredValue } from './dialects/upkeep.js';
import { measuredAnswer, measuredPrompt } from './measured.js';
import { storedContent } from './stored-content.js';

/** A row by the names of its columns. */
export type NamedRow = Readonly<Record<string, StoredValue>>;

type Measures = Pick<Attempt, 'checksum'> & Partial<Pick<Attempt, 'size'>>;

/**
 * Checksum and size of what a row holds, as far as they have to stand beside it; null for a row that holds nothing of the kind.
 *
 * @throws SyntaxError and the like when what it holds cannot be read
 */
export function measuresOf(table: string, row: NamedRow): Measures | null {
  return measured[table]?.(row) ?? null;
}

const measured: Readonly<Record<string, (row: NamedRow) => Measures | null>> = {
  orchestration_phases({ answer, prompt }) {
    if (answer instanceof Uint8Array) return measuredAnswer(answer);
    if (typeof prompt !== 'string') return null;
    const messages: readonly Message[] = JSON.parse(prompt);
    return measuredPrompt(messages);
  },
  prompt_versions({ prompt_id, messages, variables, settings }) {
    const content = storedContent({
      prompt_id: String(prompt_id),
      messages: String(messages),
      variables: String(variables),
      settings: String(settings),
    });
    return { checksum: contentChecksum(content), size: contentSize(content) };
  },
  workflow_versions: ({ source }) => ({ checksum: sha256(String(source)) }),
  execution_attachments: ({ bytes }) =>
    bytes instanceof Uint8Array ? { checksum: sha256(bytes), size: bytes.length } : null,
};
