/** Below what SQLite (32,766) and PostgreSQL (65,535) take in one statement. */
const MOST_PARAMETERS = 30_000;

/**
 * The rows for any number of values, asked for so many at a time as a statement takes.
 *
 * @param parametersEach how many parameters of the statement a value becomes
 */
export async function inChunks<Value, Row>(
  values: readonly Value[],
  ask: (chunk: readonly Value[]) => Promise<readonly Row[]>,
  parametersEach = 1,
): Promise<Row[]> {
  const rows: Row[] = [];
  const most = Math.floor(MOST_PARAMETERS / parametersEach);
  for (let from = 0; from < values.length; from += most) {
    // One by one: a call takes fewer arguments than a value may have rows.
    for (const row of await ask(values.slice(from, from + most))) rows.push(row);
  }
  return rows;
}
