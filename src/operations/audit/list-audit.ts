import * as z from 'zod/mini';
import { mapTexts } from '../../base/text/map-texts.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { keysAsWritten } from '../../base/text/snake-case.js';
import type { FoundEntry } from '../../prompts/audit-chain.js';
import { type AuditEntry, auditSubjectKinds } from '../../prompts/audit-entry.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { operation } from '../operation.js';
import type { AuditEntryView, AuditListOutput } from './outputs.js';

const input = z.object({
  kind: z.optional(z.enum(auditSubjectKinds)),
  /** The name or the id of what was changed. */
  subject: z.optional(z.string()),
  actor: z.optional(z.string()),
  since: z.optional(z.date()),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
});

/**
 * The newest entries of the audit log that pass the filter: who changed which prompt, template, label or
 * setting. What looks like a credential has a mark in its place.
 *
 * @throws NotAllowedError in a workspace, which has no such log
 */
export const listAudit = operation(input, async (deps: Deps, query): Promise<AuditListOutput> => {
  const { kind: subjectKind, subject, actor, since, limit } = query;
  const filter = { subjectKind, subject, actor, since };
  const found = await libraryOf(deps).audit.list(filter, limit + 1);
  const shown = found.slice(0, limit);
  return {
    entries: shown.flatMap(({ entry }) => (entry === null ? [] : [entryView(entry)])),
    unreadable: numbersOf(shown.filter(({ entry }) => entry === null)),
    more: found.length > limit,
    next: 'prompt-runner audit verify',
  };
});

function entryView({ subject, previousHash: _, ...entry }: AuditEntry): AuditEntryView {
  return {
    ...entry,
    subject: { ...subject, name: redactSecrets(subject.name) },
    before: shown(entry.before),
    after: shown(entry.after),
    note: entry.note === null ? null : redactSecrets(entry.note),
  };
}

function shown(value: unknown): unknown {
  return keysAsWritten(mapTexts(value, redactSecrets));
}

function numbersOf(found: readonly FoundEntry[]): number[] {
  return found.map(({ place }) => place.number);
}
