#!/usr/bin/env node
import type { CliHost } from './cli/command-context.js';
import { onEndSignal, signalExitCode } from './cli/end-signals.js';
import { exitCode } from './cli/exit-code.js';
import { main } from './cli/main.js';
import { processStreams } from './cli/streams.js';

const opened: { close(): Promise<void> }[] = [];
/** The exit code of what was interrupted: that of the signal. */
let interruptedCode: number = exitCode.interrupted;

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
  onInterrupt(listener) {
    return onEndSignal({
      onFirst(signal) {
        interruptedCode = signalExitCode(signal);
        listener();
      },
      // The exit ends the programs that run, too.
      onNext: (signal) => process.exit(signalExitCode(signal)),
    });
  },
};

const words = process.argv.slice(2);

/** No `await` at the top level: chunks that are loaded later import this one, and would wait for it forever. */
async function run(): Promise<void> {
  try {
    const code = await main(words, host);
    process.exitCode = code === exitCode.interrupted ? interruptedCode : code;
  } catch (error) {
    process.exitCode = 1;
    const { renderFault } = await import('./cli/render/fault-view.js');
    process.stderr.write(renderFault(error, words.includes('--verbose') || words.includes('-v')));
  } finally {
    for (const app of opened) await app.close();
  }
}

void run();
