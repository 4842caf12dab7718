import * as z from 'zod/mini';
import { mapTexts } from '../../base/text/map-texts.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { keysAsWritten } from '../../base/text/snake-case.js';
import type { FoundEntry } from '../../prompts/audit-chain.js';
import { type AuditEntry, auditSubjectKinds } from '../../prompts/audit-entry.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { cursorTo, endAt } from '../paging/page-cursor.js';
import { pageOf } from '../paging/page-of.js';
import type { AuditEntryView, AuditListOutput } from './outputs.js';

const input = z.object({
  kind: z.optional(z.enum(auditSubjectKinds)),
  /** The name or the id of what was changed. */
  subject: z.optional(z.string()),
  actor: z.optional(z.string()),
  since: z.optional(z.date()),
  limit: z._default(z.int().check(z.positive(), z.maximum(100_000)), 50),
  /** Where the page before ended. */
  cursor: z.optional(z.string()),
});

/** The number of an entry. */
const pageEnd = z.tuple([z.int()]);
const LIST = 'audit';

/**
 * The newest entries of the audit log that pass the filter, a page of them: who changed which prompt, template, label or
 * setting. What looks like a credential has a mark in its place.
 *
 * @throws NotAllowedError in a workspace, which has no such log
 */
export const listAudit = guarded(
  needs.listAudit,
  input,
  async (deps: Deps, query): Promise<AuditListOutput> => {
    const { kind: subjectKind, subject, actor, since, limit, cursor } = query;
    const filter = { subjectKind, subject, actor, since, hidden: await accessOf(deps).hidden() };
    const after = endAt(LIST, pageEnd, cursor);
    const found = await libraryOf(deps).audit.list(filter, { limit: limit + 1, after });
    const page = pageOf(found, limit, ({ place }) => cursorTo(LIST, [place.number]));
    const { shown } = page;
    return {
      entries: shown.flatMap(({ entry }) => (entry === null ? [] : [entryView(entry)])),
      unreadable: numbersOf(shown.filter(({ entry }) => entry === null)),
      cursor: page.cursor,
      next: 'prompt-runner audit verify',
    };
  },
);

function entryView({ subject, previousHash: _, ...entry }: AuditEntry): AuditEntryView {
  return {
    ...entry,
    subject: { ...subject, name: redactSecrets(subject.name) },
    before: readable(entry.before),
    after: readable(entry.after),
    note: entry.note === null ? null : redactSecrets(entry.note),
  };
}

function readable(value: unknown): unknown {
  return keysAsWritten(mapTexts(value, redactSecrets));
}

function numbersOf(found: readonly FoundEntry[]): number[] {
  return found.map(({ place }) => place.number);
}
