import * as z from 'zod/mini';
import { ExperimentDefinitionError } from '../../../engine/experiment/errors.js';
import type { ExperimentUnit } from '../../../engine/experiment/experiment.js';
import { type OnlineTerms, USUAL_WINDOW_DAYS } from '../../../engine/experiment/online/online-terms.js';
import { libraryNameFault } from '../../../prompts/library-name.js';

const optional = z.optional;
const share = z.number().check(z.minimum(0), z.maximum(1));

/** How units get their variants, as it is asked for. */
export const givenTerms = {
  /** The part of units for each variant, of 100 or of 1; equal ones unless given. */
  split: optional(z.array(z.number())),
  /** The part of units that see no experiment, the same ones for all experiments that name the same hold-out. */
  holdOut: optional(z.object({ name: z._default(z.string(), 'holdout'), share })),
  /** The part of units that are this experiment's own among those that name the same namespace. */
  namespace: optional(z.object({ name: z.string(), from: share, to: share })),
  /** Days after which a session that is still open counts as given up. */
  windowDays: optional(z.number().check(z.positive(), z.maximum(365))),
};

const termsInput = z.object(givenTerms);
type GivenTerms = z.output<typeof termsInput>;

/**
 * How units get their variants; null for rows of data, which get all of them.
 *
 * @throws ExperimentDefinitionError for terms that rows have no use of, or that nobody could be in
 */
export function onlineTerms(unit: ExperimentUnit, given: GivenTerms): OnlineTerms | null {
  if (unit === 'row') {
    refuseForRows(given);
    return null;
  }
  const { holdOut = null, namespace = null, windowDays = USUAL_WINDOW_DAYS } = given;
  if (holdOut !== null) requireHoldOut(holdOut);
  if (namespace !== null) requireNamespace(namespace);
  return { holdOut, namespace, windowDays };
}

function refuseForRows(given: GivenTerms): void {
  const names = { split: '--split', holdOut: '--holdout', namespace: '--namespace', windowDays: '--window' };
  for (const [key, option] of Object.entries(names)) {
    if (given[key as keyof typeof names] === undefined) continue;
    throw new ExperimentDefinitionError(
      `${option} makes no sense for rows of data: each gets all variants.`,
      {
        hint: 'It is for sessions and users: --unit session.',
      },
    );
  }
}

function requireHoldOut({ name, share }: NonNullable<OnlineTerms['holdOut']>): void {
  requireName('a hold-out', name);
  if (share < 1) return;
  throw new ExperimentDefinitionError('The hold-out leaves out everybody: there is nothing to find out.', {
    hint: 'For instance --holdout 5% leaves out one in twenty.',
  });
}

function requireNamespace({ name, from, to }: NonNullable<OnlineTerms['namespace']>): void {
  requireName('a namespace', name);
  if (from < to) return;
  throw new ExperimentDefinitionError(`Nobody is in the namespace from ${from} to ${to}.`, {
    hint: 'For instance --namespace planning=0-0.5, and planning=0.5-1 for another experiment.',
  });
}

function requireName(what: string, name: string): void {
  const fault = libraryNameFault(name);
  if (fault !== null) {
    throw new ExperimentDefinitionError(`"${name}" cannot be the name of ${what}: ${fault}.`);
  }
}
