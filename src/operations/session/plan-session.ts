import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { planSession as plan } from '../../engine/session/plan-session.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import { type Deps, sessionPorts } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { featureTypeName, givenText, requestSource } from './given-text.js';
import { namedTemplatesInput, requireNamed } from './named-templates.js';
import type { PlanOutput } from './outputs.js';
import { promptView } from './views/prompt-view.js';
import { secretsIn } from './views/secret-view.js';
import { sessionView } from './views/session-view.js';

const input = z.object({
  request: givenText,
  /** For a small change: without an analysis. */
  quick: z._default(z.boolean(), false),
  /** For instance `bugfix`; templates may be chosen by it. */
  featureType: z.optional(featureTypeName),
  /** Templates to be taken instead of those in force, by kind: `{ orchestrator: 'team/plan@3' }`. */
  templates: z._default(namedTemplatesInput, {}),
});

/**
 * Starts a session from a feature request, makes it the one in use here, and gives the planning prompt.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 * @throws TemplateNotInLibraryError, PromptNameError when a template is named that is not there
 */
export const planSession = guarded(
  needs.planSession,
  input,
  async (deps: Deps, { request, featureType, quick, templates }): Promise<PlanOutput> => {
    const { project, place } = await whereabouts(deps);
    await requireRecordRole(deps, project);
    await requireNamed(deps, { project, featureType: featureType ?? null, named: templates });
    const { session, prompt } = await plan(sessionPorts(deps), {
      request: requestSource(request),
      project: project && { id: project.id, name: project.name, root: project.root },
      featureType: featureType ?? null,
      templates,
      quick,
    });
    await deps.store.activeChoices.choose(place, 'session', session.id, deps.clock.now());
    return {
      session: sessionView(session),
      prompt: promptView(deps, 'plan', prompt),
      secrets: secretsIn(request.bytes),
      next: nextCommand(session),
    };
  },
);
