import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import { openApp } from '../../src/app.js';
import { indexDue } from '../../src/store/execution-search-index.js';
import type { Store } from '../../src/store/store.js';
import { fillSessions } from './fill-store.js';
import { measureApart } from './measure-apart.js';
import { median } from './median.js';
import type { BenchRow } from './row.js';
import { writeExecutionArchive } from './scale/execution-archive.js';
import type { ImportFigures } from './scale/import-executions.js';
import { type FilledApp, questionRows } from './scale/question-rows.js';
import type { ScaleSize } from './scale/questions.js';
import { forEachKind, type ScaleKind, type ScalePlace, withPlace, withStore } from './scale/scale-place.js';
import { fillProjects, projectOf } from './scale/scale-projects.js';

const SMALL: ScaleSize = { executions: 10_000, sessions: 10_000 };
const LARGE: ScaleSize = { executions: 1_000_000, sessions: 100_000 };
/** From so many on an import has all in memory that it ever has. */
const SETTLED = 100_000;
const FEW_SESSIONS = 10;

const GROWTH_LIMIT = 1.5;
const SETTLED_GROWTH_LIMIT = 1.2;
const RUNS = 15;
const BIN = join(import.meta.dirname, '../../dist/bin.cjs');

/** What a store costs that grows a hundredfold; takes some minutes, most of them to fill it. */
export async function benchScale(): Promise<BenchRow[]> {
  return (await forEachKind(scaleRows)).flat();
}

function scaleRows(kind: ScaleKind): Promise<BenchRow[]> {
  return withPlace(kind, (few) =>
    withPlace(kind, (small) =>
      withPlace(kind, async (large) => {
        await fill(kind, few, { executions: 0, sessions: FEW_SESSIONS });
        const before = await fill(kind, small, SMALL);
        const after = await fill(kind, large, LARGE);
        const settled = await withPlace(kind, (place) => imported(place, SETTLED));
        return [
          ...fillingRows(kind, before, settled, after),
          ...(await asked(kind, small, large)),
          ...wholeCommandRows(kind, few, large),
        ];
      }),
    ),
  );
}

interface Filled extends ImportFigures {
  /** Milliseconds to make the search index. */
  readonly indexing: number;
}

async function fill(kind: ScaleKind, place: ScalePlace, size: ScaleSize): Promise<Filled> {
  const figures = await imported(place, size.executions);
  return withStore(place, async (store) => {
    await fillProjects(store);
    await fillSessions(store, size.sessions, projectOf);
    await addCalls(store);
    const start = performance.now();
    await indexDue(store.database);
    const indexing = performance.now() - start;
    await kind.settle.execute(store.database);
    return { ...figures, indexing };
  });
}

/** An archive of executions is taken into a place, by a process of its own. */
async function imported({ location }: ScalePlace, executions: number): Promise<ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-scale-'));
  try {
    const file = join(folder, 'executions.tar.gz');
    await writeExecutionArchive(file, executions);
    return measureApart<ImportFigures>('scale/import-executions.ts', [location, file]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A call for each execution. */
async function addCalls({ database }: Store): Promise<void> {
  await sql`
    insert into execution_attempts (execution_id, number, round, status, started_at, finished_at, waited_ms, cost)
    select id, 1, 1, status, created_at, finished_at, 0, cost from executions order by id
  `.execute(database);
}

function fillingRows(
  kind: ScaleKind,
  before: ImportFigures,
  settled: ImportFigures,
  after: Filled,
): BenchRow[] {
  const perSecond = (milliseconds: number) => (LARGE.executions / milliseconds) * 1000;
  const name = `${kind.name}: 1,000,000 executions`;
  return [
    {
      name: `${name}, imported without the search index`,
      figure: perSecond(after.milliseconds),
      unit: 'rows/s',
      least: kind.rowsPerSecond,
    },
    {
      name: `${name}, memory to that of 10,000`,
      figure: after.memory / before.memory,
      unit: 'x',
      limit: GROWTH_LIMIT,
    },
    {
      name: `${name}, memory to that of 100,000`,
      figure: after.memory / settled.memory,
      unit: 'x',
      limit: SETTLED_GROWTH_LIMIT,
    },
    { name: `${name}, making their search index`, figure: perSecond(after.indexing), unit: 'rows/s' },
  ];
}

async function asked(kind: ScaleKind, small: ScalePlace, large: ScalePlace): Promise<BenchRow[]> {
  const few = await opened(kind, small, SMALL);
  const many = await opened(kind, large, LARGE);
  try {
    return await questionRows(kind.name, few, many);
  } finally {
    await few.app.close();
    await many.app.close();
  }
}

async function opened(kind: ScaleKind, { location }: ScalePlace, size: ScaleSize): Promise<FilledApp> {
  const app = await openApp({ db: location, cwd: tmpdir(), env: { HOME: tmpdir() } });
  return { app, size, keepInMemory: () => kind.keepInMemory(location) };
}

/** A whole process that lists sessions, in a store of ten and in a store of many, in turn. */
function wholeCommandRows(kind: ScaleKind, few: ScalePlace, many: ScalePlace): BenchRow[] {
  const ratios = Array.from({ length: RUNS }, () => {
    const least = listedIn(few);
    return listedIn(many) / least;
  });
  const name = `${kind.name}: prompt-runner orchestrate list-sessions, 100,000 sessions to 10`;
  return [{ name, figure: median(ratios), unit: 'x', limit: GROWTH_LIMIT }];
}

/** In milliseconds. */
function listedIn({ location }: ScalePlace): number {
  const env = { ...process.env, PROMPT_RUNNER_DB: location, HOME: tmpdir() };
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'orchestrate', 'list-sessions'], {
    env,
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`list-sessions ended with ${status}: ${stderr}`);
  return performance.now() - start;
}
