import { setTimeout as pause } from 'node:timers/promises';
import { type App, openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import { PromptRunnerError } from '../../src/base/errors.js';
import { createPrompt, fromLibrary, planSession } from '../../src/operations/index.js';
import { openStore } from '../../src/store/open-store.js';
import type { DrillPlace } from './drill-place.js';
import { inDrillPlace } from './drill-place.js';
import { everySession } from './every-session.js';
import { faultsInStore } from './faults-in-store.js';
import { failureOf, printedError, runCommand } from './program.js';
import { readAudit } from './read-audit.js';

export interface BrokenDrill {
  readonly server: string;
  /** For so long, in seconds, everybody writes. */
  readonly seconds: number;
  /** How many write through the library, each with connections that it keeps. */
  readonly apps: number;
  /** How many write by commands, a process each. */
  readonly lanes: number;
  /** Breaks what is under way; it is done again and again, with a pause in between. */
  readonly disturb: () => Promise<unknown>;
  readonly pauseMs: number;
}

export interface BrokenReport {
  readonly disturbances: number;
  readonly confirmed: number;
  /** Told that nobody knows whether it was written. */
  readonly uncertain: number;
  /** Those of them that were. */
  readonly uncertainWritten: number;
  /** Told that it was not done, and why. */
  readonly refused: number;
  readonly faults: readonly string[];
}

interface Tally {
  readonly confirmed: Set<string>;
  readonly uncertain: Set<string>;
  readonly refused: Map<string, string>;
  readonly faults: string[];
}

/**
 * Lets many write on a server while connections break. What was confirmed has to be there, what is there has to be
 * confirmed or known to be uncertain, and every error has to be a clear one.
 */
export function brokenDrill(drill: BrokenDrill): Promise<BrokenReport> {
  return inDrillPlace(drill.server, async (place) => {
    const tally: Tally = { confirmed: new Set(), uncertain: new Set(), refused: new Map(), faults: [] };
    const deadline = performance.now() + drill.seconds * 1000;
    const isTime = () => performance.now() < deadline;
    const apps = Array.from({ length: drill.apps }, (_, at) =>
      writeByLibrary(place, `app${at}`, tally, isTime),
    );
    const lanes = Array.from({ length: drill.lanes }, (_, at) =>
      writeByCommands(place, `lane${at}`, tally, isTime),
    );
    const disturbances = await disturbWhile(drill, isTime);
    await Promise.all([...apps, ...lanes]);
    return inspect(place, tally, disturbances);
  });
}

async function disturbWhile({ disturb, pauseMs }: BrokenDrill, isTime: () => boolean): Promise<number> {
  let disturbances = 0;
  for (await pause(pauseMs); isTime(); await pause(pauseMs)) {
    await disturb();
    disturbances++;
  }
  return disturbances;
}

/** The connections are kept: they break while they are used, and between two uses. */
async function writeByLibrary(
  { folder, db }: DrillPlace,
  writer: string,
  tally: Tally,
  isTime: () => boolean,
) {
  const app = await reached(() => openApp({ db, cwd: folder, env: { HOME: folder } }));
  for (let write = 0; isTime(); write++) {
    const name = `${writer}-${write}`;
    try {
      await written(app, name, write);
      tally.confirmed.add(name);
    } catch (error) {
      const code = error instanceof PromptRunnerError ? error.code : 'none';
      note(tally, name, code, `${name}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  await app.close();
}

/** A server that is being started when it is asked for the first time is asked again. */
async function reached(open: () => Promise<App>): Promise<App> {
  for (let tries = 1; ; tries++) {
    try {
      return await open();
    } catch (error) {
      if (tries === 20) throw error;
    }
    await pause(250);
  }
}

function written(app: App, name: string, write: number): Promise<unknown> {
  if (write % 2 === 0) return planSession(app, { request: fromLibrary(name) });
  return createPrompt(app, { name, content: { text: fromLibrary(`The text of ${name}`) } });
}

async function writeByCommands(place: DrillPlace, writer: string, tally: Tally, isTime: () => boolean) {
  for (let write = 0; isTime(); write++) {
    const name = `${writer}-${write}`;
    const words =
      write % 2 === 0
        ? ['orchestrate', 'plan', name, '--json']
        : ['prompt', 'create', name, '--text', `The text of ${name}`, '--json'];
    const outcome = await runCommand(words, place);
    if (outcome.code === 0) tally.confirmed.add(name);
    else note(tally, name, printedError(outcome)?.code ?? 'none', failureOf(words, outcome));
  }
}

function note(tally: Tally, name: string, code: string, says: string): void {
  if (code === 'STORE_UNCERTAIN') tally.uncertain.add(name);
  else tally.refused.set(name, code);
  if (!code.startsWith('STORE_')) tally.faults.push(says);
}

async function inspect({ db }: DrillPlace, tally: Tally, disturbances: number): Promise<BrokenReport> {
  const store = await openStore(db, systemClock);
  try {
    const sessions = await everySession(store);
    const prompts = await store.database.selectFrom('prompts').select('name').execute();
    const titles = sessions.map(({ featureRequest }) => featureRequest);
    const names = prompts.map(({ name }) => name);
    const present = [...titles, ...names];
    const { confirmed, uncertain, refused } = tally;
    const lost = [...confirmed].filter((name) => !present.includes(name));
    const unsaid = present.filter((name) => !confirmed.has(name) && !uncertain.has(name));
    const doubled = present.filter((name, at) => present.indexOf(name) !== at);
    const audit = await readAudit(store);
    return {
      disturbances,
      confirmed: confirmed.size,
      uncertain: uncertain.size,
      uncertainWritten: present.filter((name) => uncertain.has(name)).length,
      refused: refused.size,
      faults: [
        ...tally.faults,
        ...lost.map((name) => `"${name}" was confirmed and is not there`),
        ...unsaid.map((name) => `"${name}" is there, and its writer was told ${refused.get(name)}`),
        ...doubled.map((name) => `"${name}" is there twice`),
        ...audit.faults,
        ...(audit.entries === names.length
          ? []
          : [`${names.length} prompts, ${audit.entries} audit entries`]),
        ...(await faultsInStore(store)),
      ],
    };
  } finally {
    await store.close();
  }
}
