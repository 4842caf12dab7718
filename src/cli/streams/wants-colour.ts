import type { Environment } from '../../base/environment.js';

/**
 * Whether a stream should be coloured by what the environment says: `NO_COLOR` first, then `FORCE_COLOR`,
 * then `TERM=dumb`, then whether it is a terminal. An empty variable counts as unset
 * (no-color.org, force-color.org).
 *
 * @example wantsColour({ FORCE_COLOR: '1' }, false) === true
 */
export function wantsColour(env: Environment, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced) return forced !== '0' && forced !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
