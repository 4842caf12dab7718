import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.js';
import { systemClock } from '../../src/base/clock.js';
import {
  completeSession,
  fromLibrary,
  issueAnalysis,
  issueImplementation,
  planSession,
  processAnswer,
  saveAnalysis,
} from '../../src/operations/index.js';
import { backupName, openStore } from '../../src/store/open-store.js';
import { exampleText } from '../cli/harness.js';
import { createRandom } from '../labelled/random.js';
import { faultsInCutLogs } from './cut-log.js';
import { type DrillPlace, inDrillPlace } from './drill-place.js';
import { type Contents, type Examination, examineFile } from './examine-file.js';
import { failureOf, printedError, runCommand } from './program.js';

export interface DamageDrill {
  /** Copies of a store of which each has one random bit turned over. */
  readonly flips: number;
  /** Copies that have a hundred of them. */
  readonly manyFlips: number;
  /** Copies whose log is cut at one place each. */
  readonly cuts: number;
  /** How many of the ruins are also looked at by commands. */
  readonly ruinsByCommand: number;
  /** Decides which; the same again gives the same. */
  readonly seed: number;
}

export interface DamageReport {
  /** How many copies ended how. */
  readonly outcomes: Readonly<Record<Examination['is'], number>>;
  /** Copies with something else in place of the file or its log. */
  readonly ruins: number;
  readonly cuts: number;
  readonly faults: readonly string[];
}

/**
 * Damages copies of a store in many ways. Wherever the damage is noticed, the error has to name the file and the
 * backup beside it, and to leave the file as it is; and nowhere may an empty store, or one with rows missing, stand
 * for the old one without a word.
 */
export function damageDrill({
  flips,
  manyFlips,
  cuts,
  ruinsByCommand,
  seed,
}: DamageDrill): Promise<DamageReport> {
  return inDrillPlace(null, async (place) => {
    const random = createRandom(seed);
    await fill(place);
    const whole = await examineFile(place.db, null);
    if (whole.is !== 'as it was') throw new Error(`the store was not whole before: ${whole.says}`);
    const outcomes: Record<Examination['is'], number> = { ...none };
    const faults: string[] = [];
    for (let copy = 0; copy < flips + manyFlips; copy++) {
      const times = copy < flips ? 1 : 100;
      const file = copyOf(place, `copy-${copy}`);
      flipBits(file, times, random);
      const found = await examineFile(file, whole.contents);
      outcomes[found.is]++;
      if (found.is === 'a fault') faults.push(`copy ${copy}, ${times} flips: ${found.says}`);
    }
    faults.push(...(await faultsInRuins(place, whole.contents)));
    faults.push(...(await faultsInCommands(place, ruins.slice(0, ruinsByCommand))));
    const cutLogs = await faultsInCutLogs(place, cuts);
    return { outcomes, ruins: ruins.length, cuts, faults: [...faults, ...cutLogs] };
  });
}

const none = {
  'as it was': 0,
  noticed: 0,
  'found by check': 0,
  unnoticed: 0,
  'a fault': 0,
};

async function fill({ folder, db }: DrillPlace): Promise<void> {
  const app = await openApp({ db, cwd: folder, env: { HOME: folder } });
  try {
    for (let session = 0; session < 5; session++) await fillSession(app, session);
  } finally {
    await app.close();
  }
  const store = await openStore(db, systemClock);
  await store.backupTo?.(backupName(db, 'schema', systemClock));
  await store.close();
}

async function fillSession(app: App, number: number): Promise<void> {
  const answer = (name: string) => ({ answer: fromLibrary(exampleText(name)) });
  await planSession(app, { request: fromLibrary(`Feature ${number}: a page to sign in`) });
  await processAnswer(app, answer('planning-answer.md'));
  await issueAnalysis(app, {});
  await saveAnalysis(app, answer('analysis.md'));
  await issueImplementation(app, {});
  await completeSession(app, answer('report.md'));
}

/** A copy of the store and its backup, in a folder of its own. */
function copyOf({ folder, db }: DrillPlace, name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  const file = join(own, 'store.db');
  copyFileSync(db, file);
  copyFileSync(db, `${file}.schema.2026-01-01T00-00-00-000Z.bak`);
  return file;
}

function flipBits(file: string, times: number, random: ReturnType<typeof createRandom>): void {
  const bytes = readFileSync(file);
  for (let flip = 0; flip < times; flip++) {
    const at = random.int(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  writeFileSync(file, bytes);
}

interface Ruin {
  readonly what: string;
  readonly make: (file: string) => void;
}

/** Whatever else may have become of a file; each has to be refused. */
const ruins: readonly Ruin[] = [
  { what: 'text', make: (file) => writeFileSync(file, 'A letter to my aunt.\n'.repeat(1000)) },
  { what: 'noise', make: (file) => writeFileSync(file, randomBytes(100_000)) },
  { what: 'zeros', make: (file) => writeFileSync(file, Buffer.alloc(100_000)) },
  { what: 'nothing', make: (file) => truncateSync(file, 0) },
  { what: 'its first page', make: (file) => truncateSync(file, 4096) },
  { what: 'its first half', make: (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)) },
  { what: 'a part of a page', make: (file) => truncateSync(file, 1000) },
  { what: 'a log of noise', make: (file) => writeFileSync(`${file}-wal`, randomBytes(50_000)) },
  { what: 'a log of zeros', make: (file) => writeFileSync(`${file}-wal`, Buffer.alloc(50_000)) },
];

async function faultsInRuins(place: DrillPlace, contents: Contents): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, make } of ruins) {
    const file = copyOf(place, `in process ${what}`);
    make(file);
    const found = await examineFile(file, contents);
    if (found.is !== 'noticed') faults.push(`${what} instead of the file: ${found.is}, ${found.says}`);
  }
  return faults;
}

async function faultsInCommands(place: DrillPlace, chosen: readonly Ruin[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { what, make } of chosen) {
    const file = copyOf(place, `ruin ${what}`);
    make(file);
    const before = readFileSync(file);
    for (const words of [
      ['orchestrate', 'list-sessions', '--json'],
      ['orchestrate', 'plan', 'Another feature', '--json'],
    ]) {
      const outcome = await runCommand(words, { ...place, db: file });
      const error = printedError(outcome);
      const isClear =
        outcome.code === 1 &&
        error?.code.startsWith('STORE_') &&
        error.message.includes(file) &&
        error.hint?.includes('.bak');
      if (!isClear) faults.push(`${what} instead of the file: ${failureOf(words, outcome)}`);
      if (!readFileSync(file).equals(before)) faults.push(`${what} instead of the file: it was changed`);
    }
  }
  return faults;
}
