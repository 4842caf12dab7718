import { type Dialect, Kysely } from 'kysely';
import { ActiveChoiceStore } from './active-choice-store.js';
import type { AssignmentStore } from './assignment-store.js';
import { AuditStore } from './audit-store.js';
import type { BatchJournalStore } from './batch-journal-store.js';
import type { BatchStore } from './batch-store.js';
import { capabilitiesOf } from './dialects/capabilities.js';
import { ExecutionJournalStore } from './execution-journal-store.js';
import { ExecutionStore } from './execution-store.js';
import type { ExperimentStore } from './experiment-store.js';
import { LoginStore } from './login-store.js';
import { MemberStore } from './member-store.js';
import { ModelAliasStore } from './model-alias-store.js';
import { onDemand } from './on-demand.js';
import type { OptimizationJournalStore } from './optimization-journal-store.js';
import type { OptimizationStore } from './optimization-store.js';
import { PhaseRatingStore } from './phase-rating-store.js';
import { ProjectStore } from './project-store.js';
import { PromptJournalStore } from './prompt-journal-store.js';
import { PromptSearchStore } from './prompt-search-store.js';
import { PromptStore } from './prompt-store.js';
import { PromptUseStore } from './prompt-use-store.js';
import { PromptVersionStore } from './prompt-version-store.js';
import { ProtectedLabelStore } from './protected-label-store.js';
import { ResponseCacheStore } from './response-cache-store.js';
import type { RunStore } from './run-store.js';
import type { Database } from './schema.js';
import { SessionExperimentStore } from './session-experiment-store.js';
import type { SessionFactsStore } from './session-facts-store.js';
import { SessionJournalStore } from './session-journal-store.js';
import { SessionRecordStore } from './session-record-store.js';
import { SessionStore } from './session-store.js';
import { TemplateStore } from './template-store.js';
import { VersionMemory } from './version-memory.js';
import type { WorkerStore } from './worker-store.js';
import type { WorkflowStore } from './workflow-store.js';

/** Where a store is. */
export interface StorePlace {
  /** A file's path, or a server's address without its password, as messages name it. */
  readonly location: string;
  readonly dialect: Dialect;
  /** Writes a consistent copy of a file while others go on reading and writing; null for a server. */
  readonly backupTo: ((file: string) => Promise<void>) | null;
}

/** An open store: one database and the repositories on it. */
export class Store {
  readonly location: string;
  readonly backupTo: StorePlace['backupTo'];
  readonly database: Kysely<Database>;
  readonly sessions: SessionStore;
  readonly journal: SessionJournalStore;
  readonly records: SessionRecordStore;
  readonly projects: ProjectStore;
  readonly members: MemberStore;
  readonly logins: LoginStore | null;
  readonly activeChoices: ActiveChoiceStore;
  readonly prompts: PromptStore;
  readonly promptVersions: PromptVersionStore;
  readonly promptUses: PromptUseStore;
  readonly promptJournal: PromptJournalStore;
  readonly promptSearch: PromptSearchStore;
  readonly protectedLabels: ProtectedLabelStore;
  readonly templates: TemplateStore;
  readonly audit: AuditStore;
  readonly executions: ExecutionStore;
  readonly executionJournal: ExecutionJournalStore;
  readonly responseCache: ResponseCacheStore;
  readonly modelAliases: ModelAliasStore;
  readonly runs: RunStore;
  readonly ratings: PhaseRatingStore;
  readonly batches: BatchStore;
  readonly batchJournal: BatchJournalStore;
  readonly workers: WorkerStore;
  readonly workflows: WorkflowStore;
  readonly experiments: ExperimentStore;
  readonly assignments: AssignmentStore;
  readonly sessionExperiments: SessionExperimentStore;
  readonly sessionFacts: SessionFactsStore;
  readonly optimizations: OptimizationStore;
  readonly optimizationJournal: OptimizationJournalStore;

  constructor({ location, dialect, backupTo }: StorePlace) {
    this.location = location;
    this.backupTo = backupTo;
    this.database = new Kysely<Database>({ dialect });
    this.sessions = new SessionStore(this.database);
    this.journal = new SessionJournalStore(this.database);
    this.records = new SessionRecordStore(this.database);
    this.projects = new ProjectStore(this.database);
    this.logins = LoginStore.of(this.database);
    this.members = new MemberStore(this.database);
    this.activeChoices = new ActiveChoiceStore(this.database);
    this.prompts = new PromptStore(this.database);
    const versions = new VersionMemory();
    this.promptVersions = new PromptVersionStore(this.database, versions);
    this.promptUses = new PromptUseStore(this.database);
    this.promptJournal = new PromptJournalStore(this.database);
    this.templates = new TemplateStore(this.database, versions);
    this.promptSearch = new PromptSearchStore(this.database);
    this.protectedLabels = new ProtectedLabelStore(this.database);
    this.audit = new AuditStore(this.database);
    this.executions = new ExecutionStore(this.database);
    this.executionJournal = new ExecutionJournalStore(this.database);
    this.responseCache = new ResponseCacheStore(this.database);
    this.modelAliases = new ModelAliasStore(this.database);
    this.runs = onDemand(async () => new (await import('./run-store.js')).RunStore(this.database));
    this.ratings = new PhaseRatingStore(this.database);
    this.batches = onDemand(async () => new (await import('./batch-store.js')).BatchStore(this.database));
    this.batchJournal = onDemand(
      async () => new (await import('./batch-journal-store.js')).BatchJournalStore(this.database),
    );
    this.workers = onDemand(async () => new (await import('./worker-store.js')).WorkerStore(this.database));
    this.workflows = onDemand(
      async () => new (await import('./workflow-store.js')).WorkflowStore(this.database),
    );
    this.experiments = onDemand(
      async () => new (await import('./experiment-store.js')).ExperimentStore(this.database),
    );
    this.assignments = onDemand(
      async () => new (await import('./assignment-store.js')).AssignmentStore(this.database),
    );
    this.sessionExperiments = new SessionExperimentStore(this.database);
    this.sessionFacts = onDemand(
      async () => new (await import('./session-facts-store.js')).SessionFactsStore(this.database),
    );
    this.optimizations = onDemand(
      async () => new (await import('./optimization-store.js')).OptimizationStore(this.database),
    );
    this.optimizationJournal = onDemand(
      async () =>
        new (await import('./optimization-journal-store.js')).OptimizationJournalStore(this.database),
    );
  }

  /** Who has logged in to a server, under whose name everything is done there; null for a file. */
  login(): Promise<string | null> {
    return capabilitiesOf(this.database).login(this.database);
  }

  close(): Promise<void> {
    return this.database.destroy();
  }
}
