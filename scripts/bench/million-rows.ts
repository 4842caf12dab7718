import { withAnsweringServer } from './answering-server.js';
import { BundledScript } from './bundled-script.js';
import type { CallFigures } from './call-figures.js';
import type { BenchRow } from './row.js';

const ROWS = 1_000_000;
/** The rows whose memory the million is held against. */
const FEW_ROWS = 20_000;
const CONCURRENCY = 20;
const MEMORY_LIMIT = 250;
const GROWTH_LIMIT = 1.25;

/** The memory of a batch of a million rows, each on record, and that it does not grow with the rows. */
export async function benchMillionRows(): Promise<BenchRow[]> {
  const script = await BundledScript.of('batch-calls.ts');
  try {
    return await withAnsweringServer(async (port) => {
      const run = (rows: number) =>
        script.run<CallFigures>(['recorded', port, String(rows), String(CONCURRENCY)]);
      const [few, many] = [run(FEW_ROWS), run(ROWS)];
      const what = `${ROWS.toLocaleString('en')} rows, ${CONCURRENCY} at a time, each on record`;
      return [
        { name: `${what}, memory`, figure: many.memory, unit: 'MB', limit: MEMORY_LIMIT },
        {
          name: `${what}, memory to that of ${FEW_ROWS.toLocaleString('en')}`,
          figure: many.memory / few.memory,
          unit: 'x',
          limit: GROWTH_LIMIT,
        },
        { name: `${what}, rows a second`, figure: ROWS / (many.wall / 1000), unit: 'rows/s' },
        {
          name: `${what}, processor time of a row to that among ${FEW_ROWS.toLocaleString('en')}`,
          figure: many.cpu / ROWS / (few.cpu / FEW_ROWS),
          unit: 'x',
        },
      ];
    });
  } finally {
    script.remove();
  }
}
