import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/checksum.js';
import { packageRoot } from '../base/package-root.js';
import type {
  BroughtInTemplate,
  PromptKind,
  PromptTemplate,
  PromptTemplates,
} from '../engine/session/prompt-template.js';
import { orchestrationKinds } from '../prompts/prompt-kind.js';
import { BUILTIN_PREFIX, isBuiltin } from '../prompts/prompt-name.js';

/** The templates that come with the package, from its folder `prompts`: a Markdown file a kind. */
export const builtinTemplates: PromptTemplates = {
  resolve: builtinTemplate,
  builtin: builtinTemplate,
  fetchFor: () => async (name) => fetchBuiltin(name),
};

async function builtinTemplate(kind: PromptKind): Promise<PromptTemplate> {
  const template = builtinText(kind);
  return {
    reference: BUILTIN_PREFIX + kind,
    layer: 'built-in',
    version: null,
    checksum: sha256(template),
    messages: [{ role: 'user', template }],
    note: null,
    fetch: async (name) => fetchBuiltin(name),
  };
}

/** A built-in template that another one brings in, by its whole name: `builtin/analysis`. */
export function fetchBuiltin(name: string): BroughtInTemplate | undefined {
  const kind = isBuiltin(name) ? name.slice(BUILTIN_PREFIX.length) : null;
  const known = orchestrationKinds.find((one) => one === kind);
  return known && { text: builtinText(known), version: null };
}

function builtinText(kind: PromptKind): string {
  return readFileSync(join(packageRoot(), 'prompts', `${kind}.md`), 'utf8');
}
