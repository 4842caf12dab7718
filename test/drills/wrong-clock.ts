import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/base/clock.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { example } from '../cli/harness.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { faultsInStore } from './faults-in-store.js';
import {
  failureOf,
  type Outcome,
  printedDocument,
  printedError,
  type RunningCommand,
  startCommand,
} from './program.js';
import { readAudit } from './read-audit.js';
import { commands } from './writers.js';

export interface ClockDrill {
  readonly sessions: number;
  /** How many versions of a prompt are written. */
  readonly versions: number;
  /** How many runs are asked for by others, left by their process, and taken over. */
  readonly runs: number;
  /** The address of a server; null for a file. */
  readonly server: string | null;
}

export interface ClockReport {
  readonly commands: number;
  readonly faults: readonly string[];
}

const DAY_MS = 24 * 60 * 60_000;
const shifts = [0, DAY_MS, -DAY_MS, 0, -DAY_MS, DAY_MS];
const PRELOADED = join(import.meta.dirname, 'shift-clock.cjs');

/**
 * Runs each command with a clock that is right, a day ahead or a day behind. What comes after what must not depend
 * on it, and a run stays with the process that is at it until that is gone.
 */
export function clockDrill({ sessions, versions, runs, server }: ClockDrill): Promise<ClockReport> {
  return inDrillPlace(server, async (place) => {
    const drill = new WrongClocks(place);
    for (let session = 0; session < sessions; session++) await drill.goThroughSession();
    await drill.changePrompt(versions);
    for (let run = 0; run < runs; run++) await drill.takeOverRun(run % 2 === 0 ? -DAY_MS : DAY_MS);
    const store = await openStore(place.db, systemClock);
    try {
      const order = [...(await faultsInStore(store)), ...(await faultsInVersions(store, versions))];
      const audit = await readAudit(store);
      return { commands: drill.commands, faults: [...drill.faults, ...order, ...audit.faults] };
    } finally {
      await store.close();
    }
  });
}

class WrongClocks {
  commands = 0;
  readonly faults: string[] = [];
  readonly #place: DrillPlace;

  constructor(place: DrillPlace) {
    this.#place = place;
  }

  async goThroughSession(): Promise<void> {
    let on: readonly string[] = [];
    for (const words of commands) {
      const document = printedDocument(await this.#succeed(['orchestrate', ...words, ...on, '--json']));
      if (document !== null) on = ['--session', document.session.id];
    }
  }

  async changePrompt(versions: number): Promise<void> {
    await this.#succeed(['prompt', 'create', 'shared', '--text', 'text 1', '--json']);
    for (let version = 2; version <= versions; version++)
      await this.#succeed(['prompt', 'update', 'shared', '--text', `text ${version}`, '--json']);
  }

  /**
   * While a process is at a run, nobody else gets it, whatever their clock says. When it is gone, the next one does.
   */
  async takeOverRun(shift: number): Promise<void> {
    const request = `A run that is left, ${this.commands}`;
    const owner = this.#beginRun(request);
    const words = this.#resuming(await this.#sessionAtWork(request));
    for (const other of [DAY_MS, -DAY_MS]) {
      const outcome = await this.#start(words, other).ended;
      if (printedError(outcome)?.code !== 'RUN_BUSY')
        this.faults.push(`a run with an owner was given away, ${other} ms off: ${failureOf(words, outcome)}`);
    }
    owner.child.kill('SIGKILL');
    await owner.ended;
    this.#requireDone(words, await this.#start(words, shift).ended);
  }

  /** A run that never comes to its end by itself. */
  #beginRun(request: string): RunningCommand {
    const words = [
      '--model',
      this.#model('slow', 600_000),
      '--until',
      'planning',
      '--approve',
      'none',
      '--json',
    ];
    return this.#start(['orchestrate', 'run', request, ...words], 0);
  }

  #resuming(session: string): string[] {
    const words = [
      '--session',
      session,
      '--resume',
      '--model',
      this.#model('quick', 0),
      '--until',
      'planning',
    ];
    return ['orchestrate', 'run', ...words, '--json'];
  }

  #model(name: string, delayMs: number): string {
    const script = join(this.#place.folder, `${name}.yaml`);
    const answer = JSON.stringify(example('planning-answer.md'));
    writeFileSync(script, `rules:\n  - delay_ms: ${delayMs}\n    file: ${answer}\n`);
    return `fake:${script}`;
  }

  /** Waits until a process has the run of a new session. */
  async #sessionAtWork(request: string): Promise<string> {
    const store = await openStore(this.#place.db, systemClock);
    try {
      for (let looks = 0; looks < 200; looks++) {
        const session = await sessionOwned(store, request);
        if (session !== null) return session;
        await pause(50);
      }
    } finally {
      await store.close();
    }
    throw new Error(`no process began "${request}"`);
  }

  async #succeed(words: readonly string[]): Promise<Outcome> {
    const shift = shifts[this.commands % shifts.length] ?? 0;
    const outcome = await this.#start(words, shift).ended;
    this.#requireDone(words, outcome);
    return outcome;
  }

  #requireDone(words: readonly string[], outcome: Outcome): void {
    if (outcome.code !== 0) this.faults.push(failureOf(words, outcome));
  }

  #start(words: readonly string[], shift: number): RunningCommand {
    this.commands++;
    const env = { NODE_OPTIONS: `--require=${PRELOADED}`, DRILL_CLOCK_MS: String(shift) };
    return startCommand(words, this.#place, { env });
  }
}

async function sessionOwned({ database }: Store, request: string): Promise<string | null> {
  const row = await database
    .selectFrom('runs as r')
    .innerJoin('run_steps as t', 't.run_id', 'r.id')
    .innerJoin('orchestration_sessions as s', 's.id', 'r.subject')
    .select('s.id')
    .where('s.feature_request', '=', request)
    .where('r.owner_pid', 'is not', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function faultsInVersions({ prompts, promptVersions }: Store, versions: number): Promise<string[]> {
  const [prompt] = await prompts.named('shared', null);
  if (prompt === undefined) return ['the prompt is not there'];
  const newest = await promptVersions.version(prompt, { by: 'number', number: prompt.latest });
  const text = newest?.content.messages[0]?.text;
  return text === `text ${versions}` ? [] : [`the newest version is ${prompt.latest}: ${text}`];
}
