import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type App, openApp } from '../../src/app.js';
import { userConfigFile } from '../../src/config/paths.js';

/** The model that the server on this machine is asked for. */
export const BENCH_MODEL = 'openai-chat:bench-1';

/**
 * Does work with the program on a new store, which may have so many calls on their way, each at a price.
 *
 * @param address where the chat interface begins
 */
export async function withCallingApp<Result>(
  address: string,
  concurrency: number,
  work: (app: App) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-runner-calls-'));
  const env = { HOME: folder, OPENAI_BASE_URL: address, OPENAI_API_KEY: 'none-is-needed-here' };
  const config = dirname(userConfigFile(env));
  mkdirSync(config, { recursive: true });
  writeFileSync(
    join(config, 'models.yaml'),
    `providers: {openai-chat: {concurrency: ${concurrency}}}
prices: {"${BENCH_MODEL}": {input: 1, output: 2}}
`,
  );
  const app = await openApp({ db: join(folder, 'store.db'), cwd: folder, env });
  try {
    return await work(app);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
