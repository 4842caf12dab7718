import { formatBytes } from '../../base/text/format-bytes.js';
import { type ContentFinding, checkContent } from '../../prompts/check-content.js';
import { PromptRefusedError } from '../../prompts/errors.js';
import { includeCircle } from '../../prompts/include-circle.js';
import { orchestrationFindings } from '../../prompts/orchestration-findings.js';
import type { Prompt } from '../../prompts/prompt.js';
import { contentSize, type PromptContent } from '../../prompts/prompt-content.js';
import type { FetchTemplate } from '../../templates/index.js';
import type { Deps } from '../deps.js';
import { trialFindings } from '../orchestration-template/trial-findings.js';
import { fetchText } from './fetch-text.js';

/**
 * Refuses a content that cannot be rendered, is too large, brings itself in, or says nothing.
 *
 * @returns what is most likely not meant, as sentences with their places
 * @throws PromptRefusedError with the place of the first fault
 */
export async function requireSound(deps: Deps, prompt: Prompt, content: PromptContent): Promise<string[]> {
  requireSize(deps, prompt.name, content);
  const fetch = fetchText(deps, prompt.project);
  const findings = await checkContent(prompt.name, content, fetch);
  const fault = findings.find(({ severity }) => severity === 'error');
  if (fault !== undefined) throw refused(prompt, fault);
  await requireEnd(prompt.name, content, fetch);
  const trial = await trialFindings(deps, prompt, content);
  const broken = trial.find(({ severity }) => severity === 'error');
  if (broken !== undefined) throw refused(prompt, broken);
  const further = await orchestrationFindings(prompt, content, fetch);
  return [...findings, ...further, ...trial].map(
    (finding) => `${finding.templateName}:${finding.line}: ${finding.message}`,
  );
}

/**
 * Refuses a content that would bring itself in.
 *
 * @param name by which others will mean it: a prompt's name, or `name@label`
 * @throws PromptRefusedError with the way
 */
export async function requireEnd(name: string, content: PromptContent, fetch: FetchTemplate): Promise<void> {
  const circle = await includeCircle(name, content, fetch);
  if (circle === null) return;
  throw new PromptRefusedError(`The prompt "${name}" would bring itself in: ${circle.join(' > ')}.`, {
    hint: 'Nothing was written. Leave one of these includes out, or name an older version: name@3.',
  });
}

function requireSize({ config }: Deps, name: string, content: PromptContent): void {
  const limit = config.values['prompt.max_bytes'];
  const size = contentSize(content);
  if (size > limit) {
    throw new PromptRefusedError(
      `The prompt "${name}" has ${formatBytes(size)}; prompt.max_bytes is ${formatBytes(limit)}.`,
      { hint: 'Shorten it, or raise the limit.', next: `prompt-runner config set prompt.max_bytes ${size}` },
    );
  }
  if (content.messages.every(({ text }) => text.trim() === '')) {
    throw new PromptRefusedError(`The prompt "${name}" is empty; nothing was written.`, {
      hint: 'Give its text as a file, from a pipe, from the clipboard or in an editor.',
    });
  }
}

const LITERAL = 'Mend it, or keep a text with {{ }} in it as it stands with --literal.';

function refused(
  { name: prompt, isTemplate }: Prompt,
  { message, templateName, line, column, excerpt }: ContentFinding,
): PromptRefusedError {
  return new PromptRefusedError(
    `The prompt "${prompt}" cannot be rendered: ${message}`,
    { hint: `Nothing was written. ${isTemplate ? 'Mend it.' : LITERAL}` },
    { name: templateName, line, column, excerpt },
  );
}
