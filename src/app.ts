import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Clock, systemClock } from './base/clock.js';
import type { Environment } from './base/environment.js';
import { shellWord } from './base/text/shell-word.js';
import { type Config, loadConfig } from './config/load-config.js';
import type { DbDeps } from './operations/db/db-deps.js';
import type { Deps } from './operations/deps.js';
import type { Records } from './operations/records.js';
import { builtinTemplates } from './store/builtin-templates.js';
import { currentSchema } from './store/current-schema.js';
import { openStore, openStoreAsItIs, openStoreToRead } from './store/open-store.js';
import { SCHEMA_VERSION } from './store/schema-version.js';

/** What decides how an app is put together; everything has a default. */
export interface AppOptions {
  /** The store: a file path, or `:memory:`. Without it, the configuration decides. */
  readonly db?: string | undefined;
  /**
   * A folder of files to work in instead of a database. Without it, PROMPT_RUNNER_WORKSPACE decides; null
   * is for the database whatever the environment says.
   */
  readonly workspace?: string | null | undefined;
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
  return assemble(await openStore(settled.config.values.store, settled.clock), settled, options);
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
  if ((await currentSchema(store.database)) === SCHEMA_VERSION) return assemble(store, settled, options);
  await store.close();
  return null;
}

/** The same for the operations on the store itself, which may have any schema. */
export async function openDbApp(options: AppOptions = {}): Promise<DbDeps & { close(): Promise<void> }> {
  const { config, clock } = await settle(options);
  const store = await openStoreAsItIs(config.values.store);
  return { store, config, clock, close: () => store.close() };
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
  const app = assemble(workspace, settled, options);
  return {
    ...app,
    templates: workspaceTemplates(workspace.files, builtinTemplates),
    surroundings: { ...app.surroundings, project: options.project },
    placeOptions: options.workspace ? `--workspace ${shellWord(options.workspace)}` : undefined,
  };
}

function assemble(
  store: Records & { close(): Promise<void> },
  { config, clock, cwd, env }: Settled,
  { project, session }: AppOptions,
): App {
  return {
    store,
    config,
    clock,
    templates: builtinTemplates,
    surroundings: {
      folder: realpathSync(cwd),
      project: project ?? (env.PROMPT_RUNNER_PROJECT || undefined),
      session: session ?? (env.PROMPT_RUNNER_SESSION || undefined),
    },
    close: () => store.close(),
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
