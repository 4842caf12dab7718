import type { PromptSearch } from '../prompts/prompt-search.js';
import type { AuditStore } from '../store/audit-store.js';
import type { MemberStore } from '../store/member-store.js';
import type { PromptJournalStore } from '../store/prompt-journal-store.js';
import type { PromptStore } from '../store/prompt-store.js';
import type { PromptUseStore } from '../store/prompt-use-store.js';
import type { PromptVersionStore } from '../store/prompt-version-store.js';
import type { ProtectedLabelStore } from '../store/protected-label-store.js';
import type { TemplateStore } from '../store/template-store.js';
import type { Deps } from './deps.js';
import { NotAllowedError } from './errors.js';

/** The prompt library: where prompts are found and written, and who changed what. */
export interface Library {
  readonly prompts: PromptStore;
  readonly promptVersions: PromptVersionStore;
  readonly promptUses: PromptUseStore;
  readonly promptJournal: PromptJournalStore;
  readonly promptSearch: PromptSearch;
  readonly protectedLabels: ProtectedLabelStore;
  readonly templates: TemplateStore;
  readonly audit: AuditStore;
  readonly members: MemberStore;
}

/**
 * The prompt library of the place that is worked in.
 * @throws NotAllowedError in a workspace, which holds none
 */
export function libraryOf({ library }: Deps): Library {
  if (library !== null) return library;
  throw new NotAllowedError('A workspace of files holds no prompt library.', {
    hint: 'Leave out --workspace (and PROMPT_RUNNER_WORKSPACE) to work with the store.',
  });
}
