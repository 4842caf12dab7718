import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStoreAsItIs } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';

const PROGRAMS = '/usr/lib/postgresql';

/** Why no PostgreSQL can be started for a drill here; null when one can. */
export function reasonForNoServer(): string | null {
  if (programs() === null) return `there is no PostgreSQL to start in ${PROGRAMS}`;
  if (process.getuid?.() !== 0 || user() !== null) return null;
  return 'PostgreSQL does not run as root, and there is no user "postgres"';
}

/** A PostgreSQL of a drill's own, that it may restart and whose connections it may end: nobody else uses it. */
export class OwnServer {
  /** The address of its database `postgres`. */
  readonly address: string;
  readonly folder: string;
  readonly #port: number;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.#port = port;
    this.address = this.addressOf('postgres');
  }

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-postgres-'));
    const owner = user();
    if (owner !== null) chownSync(folder, owner.uid, owner.gid);
    const server = new OwnServer(folder, await freePort());
    await run('initdb', ['--auth=trust', '--username=postgres', '--no-sync', '-D', server.#data]);
    await server.#start();
    return server;
  }

  addressOf(database: string): string {
    return `postgres://postgres@127.0.0.1:${this.#port}/${database}`;
  }

  /** @param mode `fast` ends all connections; `immediate` is as if the machine had lost its power */
  async restart(mode: 'fast' | 'immediate'): Promise<void> {
    await this.#stop(mode);
    await this.#start();
  }

  control(): Promise<Store> {
    return openStoreAsItIs(this.address);
  }

  async remove(): Promise<void> {
    await this.#stop('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #data(): string {
    return join(this.folder, 'data');
  }

  #start(): Promise<void> {
    const options = `-p ${this.#port} -k ${this.folder} -c listen_addresses=127.0.0.1`;
    const log = join(this.folder, 'log');
    return run('pg_ctl', ['start', '-w', '-s', '-D', this.#data, '-l', log, '-o', options]);
  }

  #stop(mode: 'fast' | 'immediate'): Promise<void> {
    return run('pg_ctl', ['stop', '-w', '-s', '-D', this.#data, '-m', mode]);
  }
}

/** Ends the connections that have a name, as their programs gave it. Gives how many there were. */
export async function endConnectionsOf(control: Store, name: string): Promise<number> {
  const { rows } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${name} and pid <> pg_backend_pid()
  `.execute(control.database);
  return rows.length;
}

/** The user that PostgreSQL runs as where this is root; null where it is this one, or there is none. */
function user(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = ['-u', '-g'].map((which) =>
    Number(spawnSync('id', [which, 'postgres'], { encoding: 'utf8' }).stdout.trim() || Number.NaN),
  );
  return uid === undefined || gid === undefined || Number.isNaN(uid) ? null : { uid, gid };
}

/** The folder of the newest version's programs. */
function programs(): string | null {
  if (!existsSync(PROGRAMS)) return null;
  const versions = readdirSync(PROGRAMS).sort((a, b) => Number(b) - Number(a));
  const found = versions.find((version) => existsSync(join(PROGRAMS, version, 'bin/initdb')));
  return found === undefined ? null : join(PROGRAMS, found, 'bin');
}

function run(program: string, words: readonly string[]): Promise<void> {
  // The server lives on with what it is given: pipes would be waited for until its end.
  const options = { cwd: tmpdir(), stdio: 'ignore' as const, ...(user() ?? {}) };
  return new Promise((resolve, reject) => {
    const child = spawn(join(programs() ?? '', program), words, options);
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`${program} ${words.join(' ')} exited ${status}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
