import * as z from 'zod/mini';
import { nextCommand } from '../../engine/session/next-command.js';
import { guarded } from '../access/guarded.js';
import { needs } from '../access/needs.js';
import { requireRecordRole } from '../access/require-role.js';
import type { Deps } from '../deps.js';
import { whereabouts } from '../project/current-project.js';
import { beginSession, entryOf } from './begin-session.js';
import { featureTypeName, givenText, requestSource } from './given-text.js';
import { namedTemplatesInput, requireNamed } from './named-templates.js';
import type { PlanOutput } from './outputs.js';
import { chosenVariants } from './participation.js';
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
  /** Variants that it shall have of experiments, by their names: `{ steps: 'thorough' }`. */
  variants: z._default(chosenVariants, {}),
});

/**
 * Starts a session from a feature request, makes it the one in use here, and gives the planning prompt.
 *
 * @throws RequestRefusedError when the request is empty, not text or too large
 * @throws TemplateNotInLibraryError, PromptNameError when a template is named that is not there
 * @throws NotFoundError, ExperimentStateError when a variant is wanted that cannot be had
 */
export const planSession = guarded(
  needs.planSession,
  input,
  async (deps: Deps, given): Promise<PlanOutput> => {
    const { request, quick, templates: named } = given;
    const featureType = given.featureType ?? null;
    const { project, place } = await whereabouts(deps);
    await requireRecordRole(deps, project);
    await requireNamed(deps, { project, featureType, named });
    const entry = await entryOf(deps, {
      project,
      featureType,
      named,
      chosen: given.variants,
      models: 'by-hand',
    });
    const begun = { request: requestSource(request), project, featureType, named, quick };
    const { session, prompt, entry: got } = await beginSession(deps, begun, entry);
    await deps.store.activeChoices.choose(place, 'session', session.id, deps.clock.now());
    return {
      session: sessionView(session),
      prompt: promptView(deps, 'plan', prompt),
      secrets: secretsIn(request.bytes),
      experiments: [...got.experiments],
      notes: [...got.notes],
      next: nextCommand(session),
    };
  },
);
