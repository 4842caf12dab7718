import type { NewAuditEntry } from '../../prompts/audit-entry.js';
import { isOrchestrationTemplate } from '../../prompts/orchestration-findings.js';
import type { Prompt } from '../../prompts/prompt.js';
import type { Deps } from '../deps.js';

/** What was done to a prompt, as the audit log has it. */
export interface PromptDeed {
  /** `created`, `version-added`, `renamed` and so on. */
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly note?: string | null | undefined;
  readonly forced?: boolean;
}

/** The entry of the audit log for something done to a prompt or a template now. */
export function auditOf({ clock, config }: Deps, prompt: Prompt, deed: PromptDeed): NewAuditEntry {
  const kind = isOrchestrationTemplate(prompt) ? 'template' : 'prompt';
  return {
    at: clock.now(),
    actor: config.values.actor,
    action: `${kind}.${deed.action}`,
    subject: { kind, id: prompt.id, name: prompt.name },
    before: deed.before,
    after: deed.after,
    note: deed.note ?? null,
    forced: deed.forced ?? false,
  };
}

/** What the audit log says of how a prompt is kept. */
export function keptAs(prompt: Prompt) {
  return {
    name: prompt.name,
    project: prompt.project?.name ?? null,
    description: prompt.description,
    category: prompt.category,
    tags: prompt.tags,
    kind: prompt.kind,
    feature_type: prompt.featureType,
    is_template: prompt.isTemplate,
    in_force: prompt.isInForce,
  };
}
