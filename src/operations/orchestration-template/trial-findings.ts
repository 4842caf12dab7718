import type { ProjectId } from '../../base/ids.js';
import { type ComposedPrompt, composePrompt } from '../../engine/session/compose-prompt.js';
import type { PromptKind, PromptTemplate } from '../../engine/session/prompt-template.js';
import type { ContentFinding } from '../../prompts/check-content.js';
import { isOrchestrationTemplate } from '../../prompts/orchestration-findings.js';
import type { Prompt } from '../../prompts/prompt.js';
import type { PromptContent } from '../../prompts/prompt-content.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { planningSections } from '../../sections/index.js';
import { TemplateError } from '../../templates/index.js';
import type { Deps } from '../deps.js';
import { onlyTemplate } from './only-template.js';
import { sampleMaterial } from './template-material.js';

/**
 * What comes to light when a template for sessions is rendered with a sample: that it cannot be, or that it does
 * not ask for a section of the answer. Nothing for any other prompt.
 */
export async function trialFindings(
  deps: Deps,
  prompt: Pick<Prompt, 'name' | 'kind' | 'category' | 'isTemplate' | 'project' | 'featureType'>,
  content: PromptContent,
): Promise<ContentFinding[]> {
  const kind = orchestrationKinds.find((one) => one === prompt.kind);
  if (kind === undefined || !isOrchestrationTemplate(prompt)) return [];
  const project = prompt.project && { ...prompt.project, root: null };
  try {
    const template = asTemplate(deps, prompt.name, project, content);
    const templates = onlyTemplate(template, deps.templates);
    const composed = await composePrompt(kind, sampleMaterial(project, prompt.featureType), templates);
    return sectionFindings(prompt.name, kind, composed);
  } catch (error) {
    if (error instanceof TemplateError) return [renderingFault(error)];
    throw error;
  }
}

function asTemplate(
  { templates }: Deps,
  name: string,
  project: { readonly id: ProjectId; readonly name: string; readonly root: null } | null,
  { messages }: PromptContent,
): PromptTemplate {
  return {
    reference: name,
    layer: 'named',
    version: null,
    checksum: '',
    messages: messages.map(({ role, text }) => ({ role, template: text })),
    note: null,
    fetch: templates.fetchFor({ project }),
  };
}

function sectionFindings(name: string, kind: PromptKind, { messages }: ComposedPrompt): ContentFinding[] {
  if (kind !== 'orchestrator') return [];
  const text = messages.map((message) => message.text).join('\n');
  return planningSections
    .filter((section) => !text.includes(section.name))
    .map((section) => ({
      rule: 'section-not-asked',
      severity: 'warning',
      message: `It does not ask for the section ${section.name} of the answer.`,
      templateName: name,
      line: 1,
      column: 1,
      excerpt: '',
    }));
}

function renderingFault({ message, templateName, line, column, excerpt }: TemplateError): ContentFinding {
  return { rule: 'rendering', severity: 'error', message, templateName, line, column, excerpt };
}
