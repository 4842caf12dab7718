import { orchestrationKinds } from '../../../prompts/prompt-kind.js';
import type { PromptKind } from '../../session/prompt-template.js';
import type { Experiment } from '../experiment.js';
import type { DecidingExperiment } from './share-of.js';

/** What of a session an experiment has a hand in, whichever variant the session gets. */
export interface Decided {
  readonly templates: readonly PromptKind[];
  /** Whether it says who does the phases, or how. */
  readonly models: boolean;
}

/** A variant that leaves a template as it is decides about it, too, if another one does not. */
export function decidesAbout({ variants }: Pick<Experiment, 'variants'>): Decided {
  const strategies = variants.flatMap(({ strategy }) => strategy ?? []);
  return {
    templates: orchestrationKinds.filter((kind) => strategies.some(({ templates }) => kind in templates)),
    models:
      strategies.some(({ models }) => Object.keys(models).length > 0) ||
      variants.some(({ model, parameters }) => model !== null || Object.keys(parameters).length > 0),
  };
}

/**
 * What two experiments would both decide about in the same session: neither would find out anything then. Null when they
 * have nothing in common, or share no session: they are of different projects, or have each a part of a namespace.
 *
 * @example inCommon(one, other) === 'the implementation template'
 */
export function inCommon(one: DecidingExperiment, other: DecidingExperiment): string | null {
  if (!mayMeet(one, other)) return null;
  const [mine, others] = [decidesAbout(one.experiment), decidesAbout(other.experiment)];
  const kind = mine.templates.find((template) => others.templates.includes(template));
  if (kind !== undefined) return `the ${kind} template`;
  return mine.models && others.models ? 'the models' : null;
}

function mayMeet(one: DecidingExperiment, other: DecidingExperiment): boolean {
  const [here, there] = [one.experiment.project, other.experiment.project];
  if (here !== null && there !== null && here !== there) return false;
  const [mine, others] = [one.terms.namespace, other.terms.namespace];
  // The places of a user and of his sessions in a namespace have nothing to do with each other.
  if (one.experiment.unit !== other.experiment.unit || mine === null || others === null) return true;
  return mine.name !== others.name || (mine.from < others.to && others.from < mine.to);
}
