import type { QueryExecutorProvider, SchemaModule } from 'kysely';
import type { Loss } from './loss.js';

/** What a migration works with: no table types, because it sees the schema as it was at its time. */
export interface MigrationDatabase extends QueryExecutorProvider {
  readonly schema: SchemaModule;
}

/**
 * One step of the schema. Once released it never changes: what is wrong with it is mended by the next
 * one. `down` takes back exactly what `up` did.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  up(database: MigrationDatabase): Promise<void>;
  down(database: MigrationDatabase): Promise<void>;
  /** What `down` would lose for good, of what there is now; what `up` makes again is no loss. */
  losses(database: MigrationDatabase): Promise<readonly Loss[]>;
}
