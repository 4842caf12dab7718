import { killDrill } from './kill.js';
import { libraryDrill } from './library.js';
import { reasonNotToRun } from './program.js';
import { writersDrill } from './writers.js';

/** The drills at full length, as `npm run drill` runs them: about three minutes. */
async function runDrills(): Promise<boolean> {
  const reason = reasonNotToRun();
  if (reason !== null) throw new Error(reason);
  const writers = await writersDrill({ writers: 20, commandsEach: 10 });
  print('20 processes, 10 commands each', writers);
  const kills = await killDrill({ rounds: 200, seconds: 90, lanes: 3 });
  print('kill -9 at random moments', kills);
  const library = await libraryDrill({ writers: 20, changesEach: 10, killOneOf: 4 });
  print('20 processes, 10 changes of one prompt each, one of four killed', library);
  const { found, expected } = writers;
  const exact = JSON.stringify(found) === JSON.stringify(expected);
  return exact && writers.faults.length + kills.faults.length + library.faults.length === 0;
}

function print(title: string, report: object): void {
  process.stdout.write(`${title}: ${JSON.stringify(report, null, 2)}\n`);
}

process.exitCode = (await runDrills()) ? 0 : 1;
