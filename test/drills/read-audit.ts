import { AuditChain } from '../../src/prompts/audit-chain.js';
import type { Store } from '../../src/store/store.js';

/** How many entries the audit log has, and where it is broken, in sentences. */
export async function readAudit({ audit }: Store): Promise<{ entries: number; faults: string[] }> {
  const chain = new AuditChain();
  const faults: string[] = [];
  let entries = 0;
  for await (const chunk of audit.all()) {
    for (const found of chunk) {
      entries++;
      faults.push(...chain.breaksAt(found).map((broken) => `audit: ${JSON.stringify(broken)}`));
    }
  }
  return { entries, faults };
}
