import { chownSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { OwnServer } from '../fixtures/own-server.js';
import { inDrillPlace } from './drill-place.js';
import type { DiskReport } from './full-disk.js';
import { PromptKeeper } from './kept-prompts.js';
import { SmallDisk } from './small-disk.js';

const MEGABYTES = 64;
const ROUNDS = 5;
const STEP_BYTES = 256 * 1024;
const MOST_CREATED = 40;

/** Lets the disk of a server's tables become full, and gives the room back, several times. */
export function fullServerDrill(server: OwnServer): Promise<DiskReport> {
  return inDrillPlace(null, async ({ folder }) => {
    const disk = new SmallDisk(folder, MEGABYTES);
    const control = await server.control();
    try {
      const { uid, gid } = statSync(server.folder);
      for (const path of [folder, disk.path]) chownSync(path, uid, gid);
      const tables = join(disk.path, 'tables');
      mkdirSync(tables, { mode: 0o700 });
      chownSync(tables, uid, gid);
      await sql`create tablespace small location ${sql.lit(tables)}`.execute(control.database);
      await sql`create database small tablespace small`.execute(control.database);
      const report = await inDrillPlace(server.addressOf('small'), (place) => fillUp(disk, place));
      await sql`drop database small with (force)`.execute(control.database);
      await sql`drop tablespace small`.execute(control.database);
      return report;
    } finally {
      await control.close();
      disk.remove();
    }
  });
}

async function fillUp(disk: SmallDisk, place: { folder: string; db: string }): Promise<DiskReport> {
  const keeper = new PromptKeeper(place, {}, new URL(place.db).host);
  for (let round = 0; round < ROUNDS; round++) {
    disk.leave(round * STEP_BYTES);
    let created = 0;
    while (created < MOST_CREATED && (await keeper.create())) created++;
    if (created === MOST_CREATED) keeper.faults.push("the server's disk did not become full");
    disk.clear();
    await keeper.mustCreate('when there is room again');
  }
  const faults = await keeper.inspect();
  return { commands: keeper.commands, confirmed: keeper.confirmed.size, refusals: keeper.refusals, faults };
}
