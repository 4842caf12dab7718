import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { PromptRunnerError } from '../../base/errors.js';
import { existingFolder } from '../../base/files/existing-folder.js';
import { formatBytes } from '../../base/text/format-bytes.js';
import { isAddress } from '../../base/text/is-address.js';
import { withoutPassword } from '../../base/text/without-password.js';
import { describeOrigin } from '../../config/origin.js';
import type { SettingState } from '../../config/survey-config.js';
import { currentSchema } from '../../store/current-schema.js';
import { withBackup } from '../../store/dialects/sqlite-fault.js';
import { openStoreToRead } from '../../store/open-store.js';
import { quickCheck } from '../../store/quick-check.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import type { Store } from '../../store/store.js';
import { checkDisk } from './check-disk.js';
import { ok, problem, warning } from './finding.js';
import type { Finding } from './outputs.js';

const STORE = 'store';
const SCHEMA = 'store schema';
const CONTENT = 'store content';
const CHOOSE_ANOTHER = 'prompt-runner config set store PATH';

/** The store that is configured: its place, its schema, its content and the room that it has. */
export async function checkStore(setting: SettingState): Promise<Finding[]> {
  // What is wrong with the setting is said among the findings on the configuration.
  if (setting.problem !== null) return [];
  const location = String(setting.value);
  if (location === ':memory:') return [ok(STORE, 'in memory: nothing outlives a command')];
  const placed = place(location, describeOrigin(setting.origin));
  if (placed.status === 'problem') return [placed];
  const inside = await lookInside(location);
  return [placed, ...inside, ...(isAddress(location) ? [] : [await checkDisk(location)])];
}

async function lookInside(location: string): Promise<Finding[]> {
  try {
    const store = await openStoreToRead(location);
    if (store === null) return [];
    return await closing(store, async () => [await schema(store), await content(store)]);
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    return [problem(CONTENT, error.message, error.remedy.hint ?? 'Choose another file with --db.')];
  }
}

function place(location: string, origin: string): Finding {
  if (isAddress(location)) {
    return ok(STORE, `${withoutPassword(location)} (from ${origin})`);
  }
  const stats = statSync(location, { throwIfNoEntry: false });
  if (stats?.isDirectory())
    return problem(STORE, `${location} (from ${origin}) is a folder.`, CHOOSE_ANOTHER);
  const folder = existingFolder(location);
  const refused = [location, folder].find((path) => existsSync(path) && !isWritable(path));
  if (refused !== undefined) {
    const fix = `Give yourself permission to write to ${refused}.`;
    return problem(STORE, `${location} (from ${origin}) cannot be written.`, fix);
  }
  const state = stats === undefined ? 'not there yet; the first command makes it' : formatBytes(stats.size);
  return ok(STORE, `${location} (${state}; from ${origin})`);
}

async function schema({ database }: Store): Promise<Finding> {
  const found = await currentSchema(database);
  if (found > SCHEMA_VERSION) {
    const says = `${found}, made by a newer prompt-runner; this one knows schemas up to ${SCHEMA_VERSION}.`;
    return problem(SCHEMA, says, 'Use the newer prompt-runner.');
  }
  if (found < SCHEMA_VERSION) {
    const says = `${found} of ${SCHEMA_VERSION}; the next command brings it up to date, after a backup.`;
    return warning(SCHEMA, says, 'prompt-runner db upgrade');
  }
  return ok(SCHEMA, `${found}, the newest`);
}

async function content({ database, location }: Store): Promise<Finding> {
  const faults = await quickCheck(database);
  const [first] = faults;
  if (first === undefined) return ok(CONTENT, 'sound');
  return problem(
    CONTENT,
    `The file is damaged: ${first}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    withBackup('Keep the file as it is, and put a backup in its place.', location),
  );
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function closing<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await store.close();
  }
}
