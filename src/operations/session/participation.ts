import * as z from 'zod/mini';
import type { SessionId } from '../../base/ids.js';
import type { NewAssignment } from '../../engine/experiment/online/new-assignment.js';
import type { Phase } from '../../engine/session/phase.js';
import type { NamedTemplates, TemplateScope } from '../../engine/session/prompt-template.js';
import type { ModelParameters } from '../../models/spec/model-request.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';
import type { SessionExperimentView } from './view-shapes.js';

/** Variants that somebody wants for a session, by the experiment's name or id. */
export const chosenVariants = z.record(z.string(), z.string());

/** A session that is about to begin, as far as experiments go. */
export interface SessionToBegin extends TemplateScope {
  readonly id: SessionId;
  /** Variants that somebody wants, by the experiment's name or id. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Who asks models by itself can be told which; `named` is that somebody told already. */
  readonly models: 'by-hand' | 'open' | 'named';
}

/** What a session gets of experiments. */
export interface Participation {
  /** The id that the session will have. */
  readonly session: SessionId;
  /** Those that were named, and those that experiments decide about. */
  readonly templates: NamedTemplates;
  readonly models: Readonly<Partial<Record<Phase, string>>>;
  readonly parameters: ModelParameters;
  readonly assignments: readonly NewAssignment[];
  readonly experiments: readonly SessionExperimentView[];
  /** Why it takes no part in an experiment that it would have been for. */
  readonly notes: readonly string[];
}

/**
 * What a session that begins gets of the experiments that decide. Without any, nothing of them is loaded.
 *
 * @throws NotFoundError, ExperimentStateError for a variant that is wanted and cannot be had
 * @throws NotAllowedError when one is wanted in a workspace, which keeps no experiments
 */
export async function participation(deps: Deps, session: SessionToBegin): Promise<Participation> {
  const none = {
    session: session.id,
    models: {},
    parameters: {},
    assignments: [],
    experiments: [],
    notes: [],
  };
  const isAsked = Object.keys(session.chosen).length > 0;
  // Experiments are kept with sessions, in one piece: a folder of files has none.
  const records = deps.store.members === null ? null : deps.executions;
  if (records === null && isAsked) {
    throw new NotAllowedError('A session in a workspace takes part in no experiment.', {
      hint: 'Leave out --workspace, and the session is kept where the experiments are.',
    });
  }
  const isDecided = isAsked || (records !== null && (await records.sessionExperiments.anyDeciding()));
  if (!isDecided) return { ...none, templates: session.named };
  const { takePart } = await import('../experiment/online/take-part.js');
  return takePart(deps, session);
}
