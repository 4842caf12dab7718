import type { AssignmentStore } from '../../store/assignment-store.js';
import type { BatchJournalStore } from '../../store/batch-journal-store.js';
import type { BatchStore } from '../../store/batch-store.js';
import type { ExecutionJournalStore } from '../../store/execution-journal-store.js';
import type { ExecutionStore } from '../../store/execution-store.js';
import type { ExperimentStore } from '../../store/experiment-store.js';
import type { ModelAliasStore } from '../../store/model-alias-store.js';
import type { OptimizationJournalStore } from '../../store/optimization-journal-store.js';
import type { OptimizationStore } from '../../store/optimization-store.js';
import type { PhaseRatingStore } from '../../store/phase-rating-store.js';
import type { ResponseCacheStore } from '../../store/response-cache-store.js';
import type { RunStore } from '../../store/run-store.js';
import type { SessionExperimentStore } from '../../store/session-experiment-store.js';
import type { SessionFactsStore } from '../../store/session-facts-store.js';
import type { WorkerStore } from '../../store/worker-store.js';
import type { WorkflowStore } from '../../store/workflow-store.js';
import type { Deps } from '../deps.js';
import { NotAllowedError } from '../errors.js';

/** Where everything is kept that has to do with asking models. */
export interface ExecutionRecords {
  readonly executions: ExecutionStore;
  readonly executionJournal: ExecutionJournalStore;
  readonly responseCache: ResponseCacheStore;
  readonly modelAliases: ModelAliasStore;
  readonly runs: RunStore;
  readonly ratings: PhaseRatingStore;
  readonly workflows: WorkflowStore;
  readonly batches: BatchStore;
  readonly batchJournal: BatchJournalStore;
  readonly workers: WorkerStore;
  readonly experiments: ExperimentStore;
  readonly assignments: AssignmentStore;
  readonly sessionExperiments: SessionExperimentStore;
  readonly sessionFacts: SessionFactsStore;
  readonly optimizations: OptimizationStore;
  readonly optimizationJournal: OptimizationJournalStore;
}

/**
 * The record of executions of the place that is worked in.
 * @throws NotAllowedError in a workspace, which keeps none
 */
export function executionsOf({ executions }: Deps): ExecutionRecords {
  if (executions !== null) return executions;
  throw new NotAllowedError('A workspace of files keeps no record of what models are asked.', {
    hint: 'Add --use-db, and the record is kept in the database; the session stays in the workspace.',
  });
}
