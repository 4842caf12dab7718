#!/usr/bin/env node
import type { CliHost } from './cli/command-context.js';
import { main } from './cli/main.js';
import { processStreams } from './cli/streams.js';

const opened: { close(): Promise<void> }[] = [];

const host: CliHost = {
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date(),
  streams: (options) => processStreams(process.env, options),
  async open(request) {
    const { openApp } = await import('./app.js');
    const app = await openApp(request);
    opened.push(app);
    return app;
  },
  async openAsItIs(request) {
    const { openDbApp } = await import('./app.js');
    const app = await openDbApp(request);
    opened.push(app);
    return app;
  },
  async openToRead(request) {
    const { openAppToRead } = await import('./app.js');
    const app = await openAppToRead(request);
    if (app !== null) opened.push(app);
    return app;
  },
};

const words = process.argv.slice(2);

/** No `await` at the top level: chunks that are loaded later import this one, and would wait for it forever. */
async function run(): Promise<void> {
  try {
    process.exitCode = await main(words, host);
  } catch (error) {
    process.exitCode = 1;
    const { renderFault } = await import('./cli/render/fault-view.js');
    process.stderr.write(renderFault(error, words.includes('--verbose') || words.includes('-v')));
  } finally {
    for (const app of opened) await app.close();
  }
}

void run();
