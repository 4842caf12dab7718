import { isDeepStrictEqual } from 'node:util';
import type { NewAuditEntry } from '../../prompts/audit-entry.js';
import { isOrchestrationTemplate } from '../../prompts/orchestration-findings.js';
import type { Prompt, PromptVersion } from '../../prompts/prompt.js';
import type { NewPromptVersion } from '../../prompts/prompt-change.js';
import { contentChecksum, type PromptContent } from '../../prompts/prompt-content.js';
import type { Deps } from '../deps.js';
import { auditOf, keptAs } from './audit-of.js';
import { commitPrompt } from './commit-prompt.js';
import { newVersion } from './new-version.js';
import type { PromptWriteOutput } from './outputs.js';
import { usesOf } from './prompt-uses.js';
import { requireSound } from './require-sound.js';
import { writtenPrompt } from './written-prompt.js';

export interface Revision {
  /** The prompt as it was read. */
  readonly before: Prompt;
  readonly newest: PromptVersion;
  /** What it shall say. */
  readonly content: PromptContent;
  readonly note: string | null;
}

/**
 * Writes a prompt with another content, or kept in another way: a version where the content is another one, and
 * an entry in the audit log for each of the two. Nothing at all when both are the same.
 *
 * @param prompt as it shall be kept
 * @throws PromptRefusedError, PromptChangedError, PromptTakenError
 */
export async function writeRevision(
  deps: Deps,
  prompt: Prompt,
  revision: Revision,
): Promise<PromptWriteOutput> {
  const { before, newest, content, note } = revision;
  const isNew = contentChecksum(content) !== newest.checksum;
  const isKeptOtherwise = !isDeepStrictEqual(keptAs(prompt), keptAs(before));
  if (!isNew && !isKeptOtherwise) return writtenPrompt(deps, before, { changed: false });
  // What was sound when it was written is not refused for a tag because something else has gone since.
  const becomesTemplate = isOrchestrationTemplate(prompt) && !isOrchestrationTemplate(before);
  const warnings = isNew || becomesTemplate ? await requireSound(deps, prompt, content) : [];
  const added = isNew ? newVersion(deps, prompt.id, before.latest + 1, content, note) : undefined;
  const written = await commitPrompt(deps, {
    prompt: { ...prompt, latest: before.latest + (isNew ? 1 : 0) },
    ...(added !== undefined && { added }),
    audit: [
      ...(added === undefined ? [] : [versionAdded(deps, prompt, newest, added, note)]),
      ...(isKeptOtherwise ? [keptOtherwise(deps, before, prompt, note)] : []),
    ],
  });
  const severed = isNew ? await severedUses(deps, before, newest, content) : [];
  return writtenPrompt(deps, written, { changed: true, warnings: [...warnings, ...severed] });
}

/** What several messages cannot be brought into. */
async function severedUses(
  deps: Deps,
  before: Prompt,
  newest: PromptVersion,
  content: PromptContent,
): Promise<string[]> {
  if (newest.content.messages.length > 1 || content.messages.length === 1) return [];
  const uses = (await usesOf(deps, before)).filter(({ asked }) => asked === '');
  const names = uses.slice(0, 5).map(({ prompt }) => prompt.name);
  if (names.length === 0) return [];
  return [
    `It has several messages now, and cannot be brought in any more by ${names.join(', ')}${uses.length > 5 ? ' and others' : ''}.`,
  ];
}

function versionAdded(
  deps: Deps,
  prompt: Prompt,
  newest: PromptVersion,
  { version }: NewPromptVersion,
  note: string | null,
): NewAuditEntry {
  const facts = ({ number, checksum }: Pick<PromptVersion, 'number' | 'checksum'>) => ({
    version: number,
    checksum,
  });
  return auditOf(deps, prompt, {
    action: 'version-added',
    before: facts(newest),
    after: facts(version),
    note,
  });
}

function keptOtherwise(deps: Deps, before: Prompt, after: Prompt, note: string | null): NewAuditEntry {
  return auditOf(deps, after, { action: 'changed', before: keptAs(before), after: keptAs(after), note });
}
