import type { Clock } from '../../base/clock.js';
import type { ConfigSources } from '../../config/config-layer.js';

/**
 * What operations on the configuration work with: where it comes from, rather than what it is, because it
 * may be broken.
 */
export type ConfigDeps = ConfigSources;

/** What those need that change it: a change is recorded with its time. */
export interface ConfigChangeDeps extends ConfigDeps {
  readonly clock: Clock;
}
