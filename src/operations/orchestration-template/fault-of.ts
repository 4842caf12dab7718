import { PromptRunnerError } from '../../base/errors.js';
import type { PromptTemplate } from '../../engine/session/prompt-template.js';
import { lint, withFetched } from '../../templates/index.js';

/** What keeps a template from being rendered, as far as can be told without a session; null when nothing does. */
export async function faultOf({ reference, messages, fetch }: PromptTemplate): Promise<string | null> {
  try {
    const findings = await withFetched(
      async (name) => (await fetch(name))?.text,
      (loader) => messages.flatMap(({ template }) => lint(template, { name: reference, loader })),
    );
    return findings.find(({ severity }) => severity === 'error')?.message ?? null;
  } catch (error) {
    if (error instanceof PromptRunnerError) return error.message;
    throw error;
  }
}
