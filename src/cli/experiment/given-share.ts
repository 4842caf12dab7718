import { UsageError } from '../usage-error.js';

/**
 * The hold-out of an experiment: a part of all units, perhaps with a name.
 *
 * @throws UsageError
 * @example givenHoldOut('team=5%') // { name: 'team', share: 0.05 }
 */
export function givenHoldOut(typed: string | undefined) {
  if (typed === undefined) return undefined;
  const equals = typed.lastIndexOf('=');
  const share = shareIn(typed.slice(equals + 1));
  if (share === null || equals === 0) {
    throw new UsageError(`--holdout takes a part of all, not "${typed}".`, {
      hint: 'For instance --holdout 5%, or --holdout NAME=0.05 to share it with other experiments.',
    });
  }
  return { share, name: equals < 0 ? undefined : typed.slice(0, equals) };
}

/**
 * The part of a namespace that an experiment has for itself.
 *
 * @throws UsageError
 * @example givenNamespace('planning=0-0.5') // { name: 'planning', from: 0, to: 0.5 }
 */
export function givenNamespace(typed: string | undefined) {
  if (typed === undefined) return undefined;
  const equals = typed.lastIndexOf('=');
  const [from = null, to = null, ...more] = typed
    .slice(equals + 1)
    .split('-')
    .map(shareIn);
  if (equals <= 0 || from === null || to === null || more.length > 0) {
    throw new UsageError(`--namespace takes a name and a part, not "${typed}".`, {
      hint: 'For instance --namespace planning=0-0.5 for one half, and planning=0.5-1 for the other.',
    });
  }
  return { name: typed.slice(0, equals), from, to };
}

/** Null for what is no part of a whole. */
function shareIn(text: string): number | null {
  const isPercent = text.endsWith('%');
  const digits = (isPercent ? text.slice(0, -1) : text).trim();
  const share = digits === '' ? Number.NaN : Number(digits) / (isPercent ? 100 : 1);
  return share >= 0 && share <= 1 ? share : null;
}
