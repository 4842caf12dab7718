import type { FetchTemplate } from '../templates/index.js';
import type { ContentFinding } from './check-content.js';
import type { Prompt } from './prompt.js';
import type { PromptContent } from './prompt-content.js';
import { ORCHESTRATION_CATEGORY } from './prompt-kind.js';
import { usedVariables } from './used-variables.js';

/** What a template of each kind is expected to use; what it leaves out is added to its end. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  orchestrator: ['feature_request'],
  analysis: ['feature_request', 'analysis_template'],
  implementation: ['implementation_template', 'analysis_results'],
  'follow-up': ['missing_sections'],
};

/** Whether sessions may take a prompt as a template. */
export function isOrchestrationTemplate({
  category,
  isTemplate,
}: Pick<Prompt, 'category' | 'isTemplate'>): boolean {
  return isTemplate && category === ORCHESTRATION_CATEGORY;
}

/** Whether a prompt can be in force: sessions take templates only, each for a kind of prompt. */
export function canBeInForce(prompt: Pick<Prompt, 'category' | 'isTemplate' | 'kind'>): boolean {
  return isOrchestrationTemplate(prompt) && prompt.kind !== null;
}

/** What a template for sessions lacks that its kind needs. */
export async function orchestrationFindings(
  prompt: Pick<Prompt, 'name' | 'kind' | 'category' | 'isTemplate'>,
  content: PromptContent,
  fetch: FetchTemplate,
): Promise<ContentFinding[]> {
  if (!isOrchestrationTemplate(prompt)) return [];
  const used = await usedVariables(content, fetch);
  const expected = Object.hasOwn(EXPECTED, prompt.kind ?? '') ? (EXPECTED[prompt.kind ?? ''] ?? []) : [];
  return expected
    .filter((name) => !used.has(name))
    .map((name) => ({
      rule: 'missing-variable',
      severity: 'warning',
      message: `It does not use ${name}, which will be added to its end.`,
      templateName: prompt.name,
      line: 1,
      column: 1,
      excerpt: '',
    }));
}
