import type { Clock } from '../../base/clock.js';
import type { Config } from '../../config/load-config.js';
import type { Store } from '../../store/store.js';

/** What store operations work with: the store as it is, because its schema may be of any age. */
export interface DbDeps {
  readonly store: Store;
  readonly config: Config;
  readonly clock: Clock;
  /** Where a person's own data lives, for the archives of a server's store. */
  readonly dataFolder: string;
  /** As in `Deps`. */
  readonly placeOptions?: string | undefined;
}
