import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApp } from '../../src/app.js';
import { runBatch } from '../../src/operations/batch/run-batch.js';
import { createPrompt } from '../../src/operations/prompt/create-prompt.js';
import { dataOf } from '../fixtures/data-rows.js';
import { servedProviders } from './provider-server.js';

const ROWS = 30;
/** More than is usual with any provider. */
const AT_A_TIME = 20;

let server: LLMock;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'prompt-runner-batch-'));
  server = new LLMock({ port: 0 });
  server.onMessage('row', { content: 'Looked at.' });
  await server.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ownProvidersNeedNoFile = servedProviders.filter(({ file }) => file === undefined);

it.each(ownProvidersNeedNoFile)(
  'a batch asks $model more at a time than is usual',
  async ({ model, env }) => {
    const app = await openApp({ db: ':memory:', cwd: folder, env: { HOME: folder, ...env(server.url) } });
    try {
      await createPrompt(app, {
        name: 'look',
        content: { messages: [{ role: 'user', text: 'Look at row {{ number }}.' }] },
      });
      const rows = dataOf(...Array.from({ length: ROWS }, (_, number) => ({ number })));
      const { batch } = await runBatch(app, { prompt: 'look', model, rows, concurrency: AT_A_TIME });
      expect(batch).toMatchObject({ status: 'completed', done: ROWS, problem: null });
    } finally {
      await app.close();
    }
  },
);
