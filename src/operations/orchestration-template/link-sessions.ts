import * as z from 'zod/mini';
import { PromptRunnerError } from '../../base/errors.js';
import type { AttemptId, SessionId } from '../../base/ids.js';
import type { Message } from '../../engine/session/attempt.js';
import type { ComposedPrompt } from '../../engine/session/compose-prompt.js';
import { composeStep } from '../../engine/session/issue-prompt.js';
import type { PromptKind, PromptTemplate } from '../../engine/session/prompt-template.js';
import type { Session } from '../../engine/session/session.js';
import type { PromptStep } from '../../engine/session/step.js';
import { storedTemplate } from '../../store/library-templates.js';
import { covers } from '../../store/role.js';
import type { UnlinkedPrompt } from '../../store/template-store.js';
import { accessOf } from '../access/access.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { type Deps, sessionPorts } from '../deps.js';
import { libraryOf } from '../library.js';
import { findSession } from '../session/find-session.js';
import { onlyTemplate } from './only-template.js';
import type { TemplateLinkOutput } from './outputs.js';

const CHUNK = 200;
const NOTE = 'found afterwards: this template gives the same text';

const input = z.object({
  /** One session only. */
  session: z.optional(z.string()),
  /** Tell what would be linked, and write nothing. */
  dryRun: z._default(z.boolean(), false),
});

/**
 * Finds out for prompts from before there were stored templates which template they were made from: the one
 * that gives the very same text. What none gives stays as it is.
 */
export const linkSessions = guarded(
  needs.linkSessions,
  input,
  async (deps: Deps, given): Promise<TemplateLinkOutput> => {
    const { templates } = libraryOf(deps);
    const only = given.session === undefined ? null : (await findSession(deps, given.session)).id;
    const linked: TemplateLinkOutput['linked'] = [];
    let looked = 0;
    for (let last: AttemptId | null = null; ; ) {
      const prompts: UnlinkedPrompt[] = await templates.unlinked(only, last, CHUNK);
      for (const prompt of prompts) {
        const match = await matchFor(deps, prompt);
        if (match === null) continue;
        if (!given.dryRun)
          await templates.link(prompt.attempt, match.template, { ...match.source, note: NOTE });
        const { session, attempt } = prompt;
        linked.push({ session, attempt, template: match.template, layer: match.source.layer });
      }
      looked += prompts.length;
      last = prompts.at(-1)?.attempt ?? null;
      if (last === null) break;
    }
    return { looked, linked, dryRun: given.dryRun, next: 'prompt-runner orchestrate list-sessions' };
  },
);

const kindOf: Readonly<Record<PromptStep, PromptKind>> = {
  plan: 'orchestrator',
  analyze: 'analysis',
  implement: 'implementation',
};

/** The prompt as the first fitting template gives it: stored ones, the newest first, then the built-in one. */
async function matchFor(
  deps: Deps,
  { attempt, session: id, step }: UnlinkedPrompt,
): Promise<ComposedPrompt | null> {
  const session = await sessionOf(deps, id);
  if (session === null || !(await mayChange(deps, session))) return null;
  const { messages } = await deps.store.journal.prompt(attempt);
  const kind = kindOf[step];
  const scope = { project: session.project };
  const { templates } = libraryOf(deps);
  for (const candidate of await templates.versionsOfKind(kind, session.project?.id ?? null)) {
    const prompt = await composedWith(deps, session, step, storedTemplate(templates, candidate, scope));
    if (prompt !== null && sameText(prompt.messages, messages)) {
      return { ...prompt, source: { ...prompt.source, layer: candidate.layer } };
    }
  }
  const builtin = await deps.templates.builtin(kind);
  const prompt = await composedWith(deps, session, step, builtin);
  if (prompt === null || !sameText(prompt.messages, messages)) return null;
  return { ...prompt, source: { ...prompt.source, layer: 'built-in' } };
}

async function mayChange(deps: Deps, { project }: Session): Promise<boolean> {
  const access = accessOf(deps);
  return covers((await access.standing()).roleIn(project?.id ?? null), access.role);
}

async function sessionOf({ store }: Deps, id: SessionId): Promise<Session | null> {
  const [session] = await store.sessions.withIdPrefix(id);
  return session ?? null;
}

/** Null where the template does not go with the session. */
async function composedWith(
  deps: Deps,
  session: Session,
  step: PromptStep,
  template: PromptTemplate,
): Promise<ComposedPrompt | null> {
  try {
    return await composeStep(
      { ...sessionPorts(deps), templates: onlyTemplate(template, deps.templates) },
      session,
      step,
    );
  } catch (error) {
    if (error instanceof PromptRunnerError) return null;
    throw error;
  }
}

function sameText(a: readonly Message[], b: readonly Message[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
