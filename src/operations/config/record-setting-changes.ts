import { mapTexts } from '../../base/text/map-texts.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { withoutPassword } from '../../base/text/without-password.js';
import type { SettingKey } from '../../config/settings.js';
import { type ConfigSurvey, surveyConfig } from '../../config/survey-config.js';
import type { NewAuditEntry } from '../../prompts/audit-entry.js';
import type { ConfigChangeDeps } from './config-deps.js';

/** What was done to a setting: its value as it stood in the file, and as it stands since; undefined for none. */
export interface SettingChange {
  readonly key: SettingKey;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ChangedFile {
  readonly action: 'setting.set' | 'setting.unset' | 'setting.edited';
  readonly changes: readonly SettingChange[];
  /** The file, as the log shall name it. */
  readonly note: string;
}

/**
 * Writes what was changed into the audit log of the store that the configuration names since. Where there is
 * no store there is no log: none is made for it. The settings are changed already, so that whatever keeps the
 * log from being written, even a fault, is a warning.
 *
 * @returns why nothing was written, in sentences; none when it was, or when there is no store
 */
export async function recordSettingChanges(deps: ConfigChangeDeps, changed: ChangedFile): Promise<string[]> {
  if (changed.changes.length === 0) return [];
  const reason = await reasonNotToRecord(deps, changed);
  if (reason === null) return [];
  return [`The change is not in the audit log. ${redactSecrets(withoutPassword(reason))}`];
}

/** Writes the entries; gives what kept it from it, if something did. */
async function reasonNotToRecord(deps: ConfigChangeDeps, changed: ChangedFile): Promise<string | null> {
  try {
    const config = await surveyConfig(deps);
    const actor = whatIsKnown(config, 'actor');
    const entries = changed.changes.map((change) => entryOf(change, changed, actor, deps.clock.now()));
    return await appendTo(whatIsKnown(config, 'store'), entries);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @throws ConfigError when a file that may set it cannot be read, or when its value makes no sense */
function whatIsKnown({ settings, unreadable }: ConfigSurvey, key: 'actor' | 'store'): string {
  const [file] = unreadable;
  if (file !== undefined) throw file.error;
  const state = settings[key];
  if (state.problem !== null) throw state.problem;
  return String(state.value);
}

function entryOf(
  { key, before, after }: SettingChange,
  { action, note }: ChangedFile,
  actor: string,
  at: Date,
): NewAuditEntry {
  const subject = { kind: 'setting', id: null, name: key } as const;
  return { at, actor, action, subject, before: shown(before), after: shown(after), note, forced: false };
}

function shown(value: unknown): unknown {
  return mapTexts(value ?? null, (text) => redactSecrets(withoutPassword(text)));
}

/**
 * The store is loaded when it is known that there is something to write, and is first only looked at: it may
 * not be ours.
 *
 * @returns why its log cannot be written; null when it was, or when there is no store
 */
async function appendTo(location: string, entries: readonly NewAuditEntry[]): Promise<string | null> {
  const { openStoreAsItIs, openStoreToRead } = await import('../../store/open-store.js');
  const { currentSchema } = await import('../../store/current-schema.js');
  const { SCHEMA_VERSION } = await import('../../store/schema-version.js');
  const looked = await openStoreToRead(location);
  if (looked === null) return null;
  const schema = await currentSchema(looked.database).finally(() => looked.close());
  if (schema !== SCHEMA_VERSION) {
    return `The store ${location} has schema ${schema}, and this program writes schema ${SCHEMA_VERSION}.`;
  }
  const store = await openStoreAsItIs(location);
  try {
    // On a server everything is done under the name of the login.
    const login = await store.login();
    await store.audit.append(...entries.map((entry) => ({ ...entry, actor: login ?? entry.actor })));
  } finally {
    await store.close();
  }
  return null;
}
