import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../base/package-root.js';
import type { PromptKind, PromptTemplate, PromptTemplates } from '../engine/session/prompt-template.js';

/** The templates that come with the package, from its folder `prompts`: a Markdown file a kind. */
export const builtinTemplates: PromptTemplates = {
  async resolve(kind: PromptKind): Promise<PromptTemplate> {
    const template = readFileSync(join(packageRoot(), 'prompts', `${kind}.md`), 'utf8');
    return { reference: `builtin/${kind}`, messages: [{ role: 'user', template }] };
  },
};
