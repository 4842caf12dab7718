import * as z from 'zod/mini';
import { type AuditBreak, AuditChain } from '../../prompts/audit-chain.js';
import type { AuditStore } from '../../store/audit-store.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import type { Deps } from '../deps.js';
import { libraryOf } from '../library.js';
import { type AuditMark, formatAuditMark, parseAuditMark } from './audit-mark.js';
import type { AuditVerifyOutput } from './outputs.js';

const MOST_BREAKS = 100;

/**
 * Goes along the whole audit log and tells where entries were changed or removed. What was cut off from the
 * end shows only to those who noted an entry elsewhere, and expect it.
 *
 * @throws NotAllowedError in a workspace, which has no such log
 * @throws InvalidInputError when what is expected is no number and hash
 */
export const verifyAudit = guarded(
  needs.verifyAudit,
  z.object({
    /** `NUMBER:HASH` of an entry that was there earlier. */
    expect: z.optional(z.string()),
  }),
  async (deps: Deps, given): Promise<AuditVerifyOutput> => {
    const { audit } = libraryOf(deps);
    const mark = given.expect === undefined ? null : parseAuditMark(given.expect);
    const { noted, ...walked } = await walk(audit, mark?.number);
    const strays = await audit.countStrays();
    const expected = mark === null ? null : { ...mark, found: howFound(mark, noted) };
    const sound = walked.broken + strays === 0 && (expected === null || expected.found === 'as-noted');
    const next =
      sound && walked.last !== null
        ? `prompt-runner audit verify --expect ${formatAuditMark(walked.last)}`
        : null;
    return { sound, ...walked, strays, expected, next };
  },
);

type Walked = Pick<AuditVerifyOutput, 'entries' | 'breaks' | 'broken' | 'last'> & {
  /** The entry of the number that was asked for. */
  readonly noted: AuditMark | null;
};

async function walk(audit: AuditStore, number: number | undefined): Promise<Walked> {
  const chain = new AuditChain();
  const breaks: AuditBreak[] = [];
  let [entries, broken] = [0, 0];
  let last: AuditMark | null = null;
  let noted: AuditMark | null = null;
  for await (const chunk of audit.all()) {
    for (const found of chunk) {
      const here = chain.breaksAt(found);
      entries++;
      broken += here.length;
      breaks.push(...here.slice(0, MOST_BREAKS - breaks.length));
      last = { number: found.place.number, hash: found.place.hash };
      if (last.number === number) noted = last;
    }
  }
  return { entries, breaks, broken, last, noted };
}

function howFound({ hash }: AuditMark, noted: AuditMark | null): 'as-noted' | 'other' | 'missing' {
  if (noted === null) return 'missing';
  return noted.hash === hash ? 'as-noted' : 'other';
}
