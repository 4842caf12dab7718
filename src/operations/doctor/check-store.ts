import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PromptRunnerError } from '../../base/errors.js';
import { formatBytes } from '../../base/text/format-bytes.js';
import { withoutPassword } from '../../base/text/without-password.js';
import { describeOrigin } from '../../config/origin.js';
import type { SettingState } from '../../config/survey-config.js';
import { currentSchema } from '../../store/current-schema.js';
import { isAddress, openStoreToRead } from '../../store/open-store.js';
import { quickCheck } from '../../store/quick-check.js';
import { SCHEMA_VERSION } from '../../store/schema-version.js';
import type { Store } from '../../store/store.js';
import { ok, problem, warning } from './finding.js';
import type { Finding } from './outputs.js';

const STORE = 'store';
const SCHEMA = 'store schema';
const CONTENT = 'store content';
const DISK = 'disk space';
const CHOOSE_ANOTHER = 'prompt-runner config set store PATH';

/** Free space below which a store may not be able to grow; in bytes. */
const NO_ROOM = 100_000_000;
const LITTLE_ROOM = 1_000_000_000;

/** The store that is configured: its place, its schema, its content and the room that it has. */
export async function checkStore(setting: SettingState): Promise<Finding[]> {
  // What is wrong with the setting is said among the findings on the configuration.
  if (setting.problem !== null) return [];
  const location = String(setting.value);
  if (location === ':memory:') return [ok(STORE, 'in memory: nothing outlives a command')];
  const placed = place(location, describeOrigin(setting.origin));
  const inside = placed.status === 'problem' ? [] : await lookInside(location);
  return [placed, ...inside, await room(location)];
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
    return problem(STORE, `${withoutPassword(location)} (from ${origin}) is no file.`, CHOOSE_ANOTHER);
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

async function content({ database }: Store): Promise<Finding> {
  const faults = await quickCheck(database);
  const [first] = faults;
  if (first === undefined) return ok(CONTENT, 'sound');
  return problem(
    CONTENT,
    `The file is damaged: ${first}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}`,
    'Keep the file as it is and put the newest backup (.bak beside it) in its place.',
  );
}

async function room(location: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(existingFolder(location));
  const free = bavail * bsize;
  const says = `${formatBytes(free)} free`;
  const fix = `Make room, or choose a store on another disk: ${CHOOSE_ANOTHER}`;
  if (free < NO_ROOM) return problem(DISK, says, fix);
  return free < LITTLE_ROOM ? warning(DISK, says, fix) : ok(DISK, says);
}

/** The folder of a file, or the nearest one above it that is there. */
function existingFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(folder) || folder === file ? folder : existingFolder(folder);
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
