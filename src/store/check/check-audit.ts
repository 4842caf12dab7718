import { groupThousands } from '../../base/text/group-thousands.js';
import { AuditChain } from '../../prompts/audit-chain.js';
import type { AuditStore } from '../audit-store.js';

/** Whether the audit log is what was written; `audit verify` tells where it is not. */
export async function checkAudit(audit: Pick<AuditStore, 'all' | 'countStrays'>): Promise<string[]> {
  const chain = new AuditChain();
  let broken = await audit.countStrays();
  for await (const entries of audit.all()) {
    for (const entry of entries) broken += chain.breaksAt(entry).length;
  }
  if (broken === 0) return [];
  const places = `${groupThousands(broken)} place${broken === 1 ? '' : 's'}`;
  return [`The audit log was changed at ${places}: prompt-runner audit verify tells where.`];
}
