import { sha256 } from '../base/checksum.js';
import type { PromptTemplates } from '../engine/session/prompt-template.js';
import type { WorkspaceFiles } from './files/workspace-files.js';

/** A workspace's own templates, `templates/<kind>.md`, and others for the kinds that it has none of. */
export function workspaceTemplates(files: WorkspaceFiles, others: PromptTemplates): PromptTemplates {
  return {
    async resolve(kind, scope) {
      const own = scope.named[kind] === undefined ? await files.read(`templates/${kind}.md`) : null;
      if (own === null) return others.resolve(kind, scope);
      const template = own.toString('utf8').replace(/^\ufeff/, '');
      return {
        reference: `workspace/${kind}`,
        layer: 'workspace',
        version: null,
        checksum: sha256(template),
        messages: [{ role: 'user', template }],
        note: null,
        fetch: others.fetchFor(scope),
      };
    },
    builtin: (kind) => others.builtin(kind),
    fetchFor: (scope) => others.fetchFor(scope),
  };
}
