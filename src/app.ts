import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Clock, systemClock } from './base/clock.js';
import type { Environment } from './base/environment.js';
import { isAddress } from './base/text/is-address.js';
import { shellWord } from './base/text/shell-word.js';
import { usableWithoutPassword } from './base/text/without-password.js';
import { type Config, loadConfig } from './config/load-config.js';
import { userConfigFile, userDataFolder } from './config/paths.js';
import { CallLimiter } from './engine/execution/call-limiter.js';
import type { PromptTemplates } from './engine/session/prompt-template.js';
import type { Models } from './models/spec/open-model.js';
import type { ModelSurroundings } from './models/surroundings.js';
import { openAnswerTiers } from './operations/cache/answer-tiers.js';
import type { DbDeps } from './operations/db/db-deps.js';
import type { Deps } from './operations/deps.js';
import type { ExecutionRecords } from './operations/execution/execution-records.js';
import type { Library } from './operations/library.js';
import type { ModelAccess } from './operations/model/model-access.js';
import type { Records } from './operations/records.js';
import type { DurableEngine } from './operations/worker/durable-engine.js';
import { currentSchema } from './store/current-schema.js';
import { builtinTemplatesOnly, libraryTemplates, withoutStoredTemplates } from './store/library-templates.js';
import { openStore, openStoreAsItIs, openStoreToRead } from './store/open-store.js';
import { SCHEMA_VERSION } from './store/schema-version.js';
import type { Store } from './store/store.js';

/** What decides how an app is put together; everything has a default. */
export interface AppOptions {
  /** The store: a file path, or `:memory:`. Without it, the configuration decides. */
  readonly db?: string | undefined;
  /**
   * A folder of files to work in instead of a database. Without it, PROMPT_RUNNER_WORKSPACE decides; null
   * is for the database whatever the environment says.
   */
  readonly workspace?: string | null | undefined;
  /** Whether a workspace has the templates of the database behind its own. */
  readonly useDb?: boolean | undefined;
  /** Is told of what was passed over, such as a file of the workspace that cannot be read. */
  readonly onWarning?: ((message: string) => void) | undefined;
  /** The project that operations take when none is named. */
  readonly project?: string | undefined;
  /** The session that operations take when none is named. */
  readonly session?: string | undefined;
  /** The working folder; the process's own unless given. */
  readonly cwd?: string | undefined;
  readonly env?: Environment | undefined;
  readonly clock?: Clock | undefined;
}

/** The program, put together: what operations work with, and the way to close it. */
export interface App extends Deps {
  close(): Promise<void>;
}

/**
 * Puts the program together: configuration, store or workspace, templates.
 *
 * @throws ConfigError, StoreUnavailableError, StoreTooNewError, WorkspaceUnavailableError
 * @example
 * const app = await openApp({ db: ':memory:' });
 * const { session, prompt } = await planSession(app, { request: fromLibrary('Add a login page') });
 * await app.close();
 */
export async function openApp(options: AppOptions = {}): Promise<App> {
  const settled = await settle(options);
  const workspace = workspaceOf(options, settled);
  if (workspace !== null) return openWorkspaceApp(workspace, settled, options);
  const store = await openStore(settled.config.values.store, settled.clock);
  return assemble(store, store, await loggedIn(settled, store), options);
}

/**
 * The same, to look at a store: nothing is made or written.
 *
 * @returns null when there is no store yet, or when it has another schema than this program's
 */
export async function openAppToRead(options: AppOptions = {}): Promise<App | null> {
  const settled = await settle(options);
  const workspace = workspaceOf(options, settled);
  if (workspace !== null) return openWorkspaceApp(workspace, settled, options);
  const store = await openStoreToRead(settled.config.values.store);
  if (store === null) return null;
  if ((await currentSchema(store.database)) === SCHEMA_VERSION)
    return assemble(store, store, await loggedIn(settled, store), options);
  await store.close();
  return null;
}

/** The same for the operations on the store itself, which may have any schema. */
export async function openDbApp(options: AppOptions = {}): Promise<DbDeps & { close(): Promise<void> }> {
  const { config, clock, env } = await settle(options);
  const store = await openStoreAsItIs(config.values.store);
  const dataFolder = userDataFolder(env);
  return {
    store,
    config,
    clock,
    dataFolder,
    placeOptions: placeOptions(options),
    close: () => store.close(),
  };
}

/** The folder of the workspace that was asked for; null when the database was. */
function workspaceOf({ workspace, db }: AppOptions, { cwd, env }: Settled): string | null {
  const chosen = workspace ?? (workspace === null || db !== undefined ? '' : env.PROMPT_RUNNER_WORKSPACE);
  return chosen ? resolve(cwd, chosen) : null;
}

/** No project from the environment: it is meant for the database. One that is named expressly is refused. */
async function openWorkspaceApp(location: string, settled: Settled, options: AppOptions): Promise<App> {
  const { openWorkspace } = await import('./workspace/open-workspace.js');
  const { workspaceTemplates } = await import('./workspace/workspace-templates.js');
  const workspace = await openWorkspace(location, options.onWarning ?? (() => {}));
  const stored = options.useDb ? await openStore(settled.config.values.store, settled.clock) : null;
  const known = stored === null ? settled : await loggedIn(settled, stored);
  const app = await assemble(workspace, stored, known, options);
  return {
    ...app,
    templates: workspaceTemplates(workspace.files, app.templates),
    surroundings: { ...app.surroundings, project: options.project, projectVariable: undefined },
    async close() {
      await stored?.close();
      await app.close();
    },
  };
}

/** A store in memory is gone when another command runs. */
function placeOptions({ workspace, useDb, db }: AppOptions): string | undefined {
  if (workspace) return `--workspace ${shellWord(workspace)}${useDb ? ' --use-db' : ''}`;
  return db === undefined || db === ':memory:' ? undefined : `--db ${shellWord(usableWithoutPassword(db))}`;
}

/** A workspace without the stored templates has the built-in ones behind its own. */
function templatesOf(library: Library | null, { values }: Config): PromptTemplates {
  if (library === null) return builtinTemplatesOnly;
  return values['templates.stored'] ? libraryTemplates(library.templates) : withoutStoredTemplates();
}

/** On a server everything is done under the name of the login, whatever the settings say. */
async function loggedIn(settled: Settled, store: Store): Promise<Settled> {
  const login = await store.login();
  if (login === null) return settled;
  const { config } = settled;
  return { ...settled, config: { ...config, values: { ...config.values, actor: login } } };
}

async function assemble(
  store: Records & { close(): Promise<void> },
  library: (Library & ExecutionRecords) | null,
  settled: Settled,
  options: AppOptions,
): Promise<App> {
  const { config, clock, cwd, env } = settled;
  const answers = await openAnswerTiers(config.values, clock, library?.responseCache ?? null);
  const { project, session } = options;
  return {
    store,
    config,
    clock,
    templates: templatesOf(library, config),
    library,
    executions: library,
    answers,
    models: modelAccess(settled),
    engine: library === null ? undefined : durableEngine(settled),
    placeOptions: placeOptions(options),
    surroundings: {
      folder: realpathSync(cwd),
      project: project ?? (env.PROMPT_RUNNER_PROJECT || undefined),
      projectVariable: project === undefined ? 'PROMPT_RUNNER_PROJECT' : undefined,
      session: session ?? (env.PROMPT_RUNNER_SESSION || undefined),
    },
    close() {
      answers.redis?.close();
      return store.close();
    },
  };
}

/** Nothing of it is loaded before work is handed out. A file has none: nobody else can reach it. */
function durableEngine({ config }: Settled): DurableEngine | undefined {
  const address = config.values.store;
  if (!isAddress(address)) return undefined;
  const engine = async () => {
    const { DbosEngine } = await import('./durable/dbos-engine.js');
    return new DbosEngine(address);
  };
  return {
    prepare: async (logins) => (await engine()).prepare(logins),
    openQueue: async () => (await engine()).openQueue(),
    launch: async (worker, work) => (await engine()).launch(worker, work),
  };
}

/** Nothing of the models is loaded before one is asked for. */
function modelAccess({ config, cwd, env }: Settled): ModelAccess {
  const { values } = config;
  const surroundings = {
    env,
    cwd,
    configFolder: dirname(userConfigFile(env)),
    times: {
      totalMs: values['model.timeout_seconds'] * 1000,
      idleMs: values['model.idle_seconds'] * 1000,
    },
    agentMs: values['agent.timeout_seconds'] * 1000,
  };
  const registry = (place: ModelSurroundings): Models => {
    let opened: Promise<Models> | undefined;
    return {
      async open(name) {
        opened ??= import('./models/registry.js').then(({ modelsFrom }) => modelsFrom(place));
        return (await opened).open(name);
      },
    };
  };
  const catalogue = () => import('./models/catalogue/catalogue.js');
  return {
    limiter: new CallLimiter(),
    models: registry(surroundings),
    within: (totalMs) =>
      registry({ ...surroundings, times: { ...surroundings.times, totalMs }, agentMs: totalMs }),
    catalogue: {
      providers: async () => (await catalogue()).listProviders(surroundings),
      agents: async () => (await catalogue()).listAgents(env),
      pricedModels: async () => (await catalogue()).listPricedModels(surroundings),
    },
    async priceOf(name, at) {
      const { priceOf } = await import('./models/pricing/price-of.js');
      return priceOf(name, at, surroundings);
    },
  };
}

interface Settled {
  readonly config: Config;
  readonly clock: Clock;
  readonly cwd: string;
  readonly env: Environment;
}

async function settle({
  db,
  cwd = process.cwd(),
  env = process.env,
  clock = systemClock,
}: AppOptions): Promise<Settled> {
  const config = await loadConfig({ env, cwd, flags: db === undefined ? {} : { store: db } });
  return { config, clock, cwd, env };
}
