import type { ConfigSources } from '../../config/config-layer.js';

/**
 * What operations on the configuration work with: where it comes from, rather than what it is, because it
 * may be broken.
 */
export type ConfigDeps = ConfigSources;
