import { systemClock } from '../../src/base/clock.js';
import type { Prompt } from '../../src/prompts/prompt.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { faultsInStore } from './faults-in-store.js';
import { failureOf, runCommand, startCommand } from './program.js';
import { readAudit } from './read-audit.js';

export interface LibraryDrill {
  readonly writers: number;
  /** How many changes of the one prompt each tries, one after the other. */
  readonly changesEach: number;
  /** One of so many commands is killed at a random moment; 0 for none. */
  readonly killOneOf: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface LibraryReport {
  readonly commands: number;
  readonly confirmed: number;
  /** Told that somebody else had changed the prompt meanwhile. */
  readonly refused: number;
  readonly killed: number;
  readonly versions: number;
  readonly auditEntries: number;
  /** All that is wrong, in sentences. */
  readonly faults: readonly string[];
}

const NAME = 'shared';
const NOT_ALLOWED = 4;
const LONGEST_LIFE_MS = 400;

interface Tally {
  readonly confirmed: string[];
  readonly failures: string[];
  commands: number;
  refused: number;
  killed: number;
}

/**
 * Lets many processes change one prompt at once, killing some, then looks whether every confirmed text is a
 * version, no version is missing or doubled, the search knows the newest, and the audit log is unbroken.
 */
export function libraryDrill(drill: LibraryDrill): Promise<LibraryReport> {
  return inDrillPlace(drill.server, async (place) => {
    const created = await runCommand(['prompt', 'create', NAME, '--text', 'text0'], place);
    const tally: Tally = { confirmed: ['text0'], failures: [], commands: 1, refused: 0, killed: 0 };
    if (created.code !== 0) tally.failures.push(failureOf(['prompt', 'create'], created));
    const writers = Array.from({ length: drill.writers }, (_, writer) => write(place, writer, drill, tally));
    await Promise.all(writers);
    return inspect(place, tally);
  });
}

async function write(
  place: DrillPlace,
  writer: number,
  { changesEach, killOneOf }: LibraryDrill,
  tally: Tally,
): Promise<void> {
  for (let change = 0; change < changesEach; change++) {
    const text = `text${writer}x${change}`;
    const words = ['prompt', 'update', NAME, '--text', text];
    const { child, ended } = startCommand(words, place);
    const isKilled = killOneOf > 0 && Math.random() < 1 / killOneOf;
    const killing = isKilled && setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS);
    const outcome = await ended;
    if (killing) clearTimeout(killing);
    tally.commands++;
    if (outcome.code === 0) tally.confirmed.push(text);
    else if (outcome.code === NOT_ALLOWED) tally.refused++;
    else if (outcome.code === null) tally.killed++;
    else tally.failures.push(failureOf(words, outcome));
  }
}

async function inspect({ db }: DrillPlace, tally: Tally): Promise<LibraryReport> {
  const store = await openStore(db, systemClock);
  try {
    const [prompt] = await store.prompts.named(NAME, null);
    if (prompt === undefined) throw new Error('the prompt is not there');
    const texts = await textsOf(store, prompt);
    const audit = await readAudit(store);
    return {
      commands: tally.commands,
      confirmed: tally.confirmed.length,
      refused: tally.refused,
      killed: tally.killed,
      versions: texts.length,
      auditEntries: audit.entries,
      faults: [
        ...tally.failures,
        ...audit.faults,
        ...(await faultsIn(store, prompt, texts, tally)),
        ...(audit.entries === texts.length
          ? []
          : [`${texts.length} versions, ${audit.entries} audit entries`]),
      ],
    };
  } finally {
    await store.close();
  }
}

/** The texts of the versions, the first one first. */
async function textsOf({ promptVersions }: Store, prompt: Prompt): Promise<string[]> {
  const texts: string[] = [];
  for (const { number } of (await promptVersions.versions(prompt.id)).reverse()) {
    const version = await promptVersions.version(prompt, { by: 'number', number });
    if (number !== texts.length + 1) throw new Error(`version ${texts.length + 1} is missing`);
    texts.push(version?.content.messages[0]?.text ?? '');
  }
  return texts;
}

async function faultsIn(
  store: Store,
  prompt: Prompt,
  texts: readonly string[],
  { confirmed, killed }: Tally,
): Promise<string[]> {
  const lost = confirmed.filter((text) => !texts.includes(text));
  const doubled = texts.filter((text, at) => texts.indexOf(text) !== at);
  const newest = texts.at(-1) ?? '';
  const hits = await store.promptSearch.search({ text: newest, limit: 5 });
  return [
    ...lost.map((text) => `"${text}" was confirmed and is no version`),
    ...doubled.map((text) => `"${text}" is two versions`),
    ...(prompt.latest === texts.length ? [] : [`the newest is ${prompt.latest} of ${texts.length}`]),
    // A killed command may have written its version without living to say so.
    ...(texts.length <= confirmed.length + killed ? [] : ['there are versions that nobody wrote']),
    ...(hits.some(({ prompt: { name } }) => name === NAME) ? [] : ['the search does not know the newest']),
    ...(await faultsInStore(store)),
  ];
}
