import { estimateTokenCount } from 'tokenx';
import * as z from 'zod/mini';
import { lineDifference } from '../../base/text/line-difference.js';
import { promptText } from '../../base/text/prompt-text.js';
import type { Attempt } from '../../engine/session/attempt.js';
import { type ComposedPrompt, composePrompt } from '../../engine/session/compose-prompt.js';
import { composeFollowUp } from '../../engine/session/follow-up.js';
import { composeStep } from '../../engine/session/issue-prompt.js';
import type { PromptKind, PromptTemplate } from '../../engine/session/prompt-template.js';
import { neededVariables, offeredVariables, promptVariables } from '../../engine/session/prompt-variables.js';
import { planningOf } from '../../engine/session/results.js';
import type { Session } from '../../engine/session/session.js';
import { attemptOf } from '../../engine/session/session-state.js';
import type { PromptStep } from '../../engine/session/step.js';
import { orchestrationKinds } from '../../prompts/prompt-kind.js';
import { usedVariables } from '../../prompts/used-variables.js';
import { planningSections } from '../../sections/index.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRole } from '../access/require-role.js';
import { type Deps, sessionPorts } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { findSession } from '../session/find-session.js';
import { featureTypeName } from '../session/given-text.js';
import { onlyTemplate } from './only-template.js';
import type { TemplateTestOutput } from './outputs.js';
import { sampleMaterial } from './template-material.js';
import { givenTemplate, templateToTry } from './template-to-try.js';

const input = z.object({
  template: givenTemplate,
  /** What it is for; known already for a stored or built-in template of a kind. */
  kind: z.optional(z.enum(orchestrationKinds)),
  featureType: z.optional(featureTypeName),
  /** Render it for this session, rather than for a sample. */
  session: z.optional(z.string()),
  /** Show the difference to the prompt that this session was given. */
  against: z.optional(z.string()),
});

/**
 * Renders a template for a session, or for a sample, without giving the prompt out: what it lacks, what it
 * does not know, whether it asks for the sections of the answer, and how large the prompt is.
 *
 * @throws TemplateError of any class, when it cannot be rendered
 * @throws NotFoundError, TemplateNotInLibraryError, PromptNameError
 */
export const testTemplate = guarded(
  needs.testTemplate,
  input,
  async (deps: Deps, given): Promise<TemplateTestOutput> => {
    const { template, kind } = await templateToTry(deps, given.template, given.kind);
    const named = given.session ?? given.against;
    const session = named === undefined ? null : await findSession(deps, named);
    const prompt = await composed(deps, template, kind, session, given.featureType ?? null);
    const text = promptText(prompt.messages);
    const variables = await variablesOf(template, kind);
    // With the sample: a session's request may name the sections, and a quick one has no analysis to ask for.
    const sample = session === null ? prompt : await composed(deps, template, kind, null, null);
    const contract = contractOf(kind, promptText(sample.messages));
    const against =
      given.against === undefined
        ? null
        : await compared(deps, await findSession(deps, given.against), kind, text);
    return {
      template: template.reference,
      kind,
      session: session?.id ?? null,
      messages: prompt.messages.map(({ role, text: message }) => ({ role, text: message })),
      text,
      tokens: estimateTokenCount(text),
      bytes: Buffer.byteLength(text),
      ...variables,
      contract,
      warnings: [...prompt.warnings],
      against,
      sound:
        variables.missing.length === 0 &&
        variables.unknown.length === 0 &&
        contract.every(({ askedFor }) => askedFor),
      next: 'prompt-runner orchestrate template resolve',
    };
  },
);

const stepOf: Readonly<Record<Exclude<PromptKind, 'follow-up'>, PromptStep>> = {
  orchestrator: 'plan',
  analysis: 'analyze',
  implementation: 'implement',
};

async function composed(
  deps: Deps,
  template: PromptTemplate,
  kind: PromptKind,
  session: Session | null,
  featureType: string | null,
): Promise<ComposedPrompt> {
  const templates = onlyTemplate(template, deps.templates);
  if (session === null) {
    const { project } = await whereabouts(deps);
    await requireRole(deps, project);
    const place = project && { id: project.id, name: project.name, root: project.root };
    return composePrompt(kind, sampleMaterial(place, featureType), templates);
  }
  const ports = { ...sessionPorts(deps), templates };
  if (kind !== 'follow-up') return composeStep(ports, session, stepOf[kind]);
  const planning = await planningOf(ports.journal, session);
  if (planning !== null) return composeFollowUp(ports, session, planning);
  return composePrompt(kind, { ...sampleMaterial(null, null), session }, templates);
}

async function variablesOf(template: PromptTemplate, kind: PromptKind) {
  const content = {
    messages: template.messages.map(({ role, template: text }) => ({ role, text })),
    variables: [],
    settings: { model: null, parameters: {}, responseSchema: null },
  };
  const used = await usedVariables(content, async (name) => (await template.fetch(name))?.text);
  const known = Object.keys(promptVariables(sampleMaterial(null, null)));
  const needed: readonly string[] = neededVariables[kind].map(({ name }) => name);
  const offered: readonly string[] = offeredVariables[kind];
  return {
    missing: needed.filter((name) => !used.has(name)),
    unused: offered.filter((name) => !used.has(name) && !needed.includes(name)),
    unknown: [...used]
      .filter(([name, { isOptional }]) => !known.includes(name) && !isOptional)
      .map(([name]) => name),
  };
}

function contractOf(kind: PromptKind, text: string): TemplateTestOutput['contract'] {
  if (kind !== 'orchestrator') return [];
  return planningSections.map(({ name }) => ({ section: name, askedFor: text.includes(name) }));
}

/**
 * Which kind a prompt of a session is of; null for an answer. A follow-up counts to the planning step, and comes
 * with the answer that lacked something: the prompt that the step itself rests on can stand there too.
 */
function kindOfPrompt(
  { state }: Session,
  { id, step, outcome }: Attempt,
  before: Attempt | undefined,
): PromptKind | null {
  if (outcome !== 'issued') return null;
  if (step !== 'plan') return step === 'analyze' ? 'analysis' : 'implementation';
  return before?.outcome === 'incomplete' && id !== attemptOf(state, 'plan') ? 'follow-up' : 'orchestrator';
}

/** The prompt of that kind that the session was given last, beside the one that it would be given. */
async function compared(
  { store }: Deps,
  session: Session,
  kind: PromptKind,
  text: string,
): Promise<TemplateTestOutput['against']> {
  const attempts = await store.journal.attempts(session.id);
  const issued = attempts.findLast(
    (attempt, at) => kindOfPrompt(session, attempt, attempts[at - 1]) === kind,
  );
  if (issued === undefined) return null;
  const before = promptText((await store.journal.prompt(issued.id)).messages);
  return {
    session: session.id,
    attempt: issued.id,
    template: issued.template,
    same: before === text,
    difference: lineDifference(before, text),
  };
}
