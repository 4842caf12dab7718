import type { Kysely } from 'kysely';
import { whileStill } from '../dialects/upkeep.js';
import type { NamedRow } from '../row-measures.js';
import type { Database } from '../schema.js';
import type { SchemaDesign, TableDesign } from '../table-design.js';
import { checksumFaults } from './checksum-faults.js';
import { EventChain } from './event-chain.js';
import { FindingTally } from './finding-tally.js';
import { resultFaults } from './result-faults.js';
import { sessionFaults } from './session-faults.js';
import { valueFaults } from './value-faults.js';

/** Tells what is wrong with a row, each as the beginning of a sentence; of a table, it sees all in the order of the key. */
export type RowInspection = (row: NamedRow) => readonly string[];

/**
 * What rows hold that was not written so: answers, prompts and files that are not what their checksums say, histories
 * that are torn, values of no form that is ever written. Every row is read once, and few are in memory at a time.
 */
export function checkContents(database: Kysely<Database>, { tables }: SchemaDesign): Promise<string[]> {
  return whileStill(database, async (reading, upkeep) => {
    const findings = new FindingTally();
    for (const table of tables) {
      const inspections = inspectionsOf(table);
      for await (const values of upkeep.rows(reading, table)) {
        const row = Object.fromEntries(table.columns.map(({ name }, at) => [name, values[at] ?? null]));
        for (const what of inspections.flatMap((inspect) => inspect(row)))
          findings.add(what, table.name, placeOf(table, row));
      }
    }
    return findings.sentences();
  });
}

function inspectionsOf(table: TableDesign): readonly RowInspection[] {
  const { name } = table;
  return [
    valueFaults(table),
    (row) => checksumFaults(name, row),
    ...(name === 'orchestration_phases' ? [resultFaults] : []),
    ...(name === 'orchestration_sessions' ? [sessionFaults] : []),
    ...(name === 'session_events' ? [eventFaults()] : []),
  ];
}

function eventFaults(): RowInspection {
  const chain = new EventChain();
  return (row) => chain.faultsAt(row);
}

const LONGEST_VALUE = 40;

function placeOf({ key }: TableDesign, row: NamedRow): string {
  return key.map((column) => `${column} ${String(row[column]).slice(0, LONGEST_VALUE)}`).join(', ');
}
