import { defineConfig } from 'vitest/config';
import { testServer } from './test/fixtures/test-server.js';

const server = await testServer();

/** What a store does, whoever asks it: all of it is true of files and of servers. */
const aboutStores = [
  'src/store/**/*.test.ts',
  'src/engine/{run,execution,batch}/*.test.ts',
  'src/engine/workflow/run/*.test.ts',
  'src/durable/*.test.ts',
  'src/operations/session/run/*.test.ts',
  'test/contract/*.test.ts',
  'test/sql/statements.test.ts',
  'test/access-matrix.test.ts',
  'test/row-security.test.ts',
  'test/cli/*.test.ts',
  'test/drills/{writers,kill,batches,killed-experiment,killed-upkeep,library,clock,broken-connections}.test.ts',
];
const aboutFiles = [
  'src/store/dialects/sqlite-*.test.ts',
  'src/store/dialects/wait-for-lock.test.ts',
  'test/cli/{audit,completion,completion-quick,doctor,prompt,redact,run-cut-off,workspace}.test.ts',
  'src/store/dialects/require-contents.test.ts',
];

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    // For machines that are slow, or have much else to do: what hangs hangs longer than this.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'file', include: ['src/**/*.test.ts', 'test/**/*.test.ts'], provide: { server: null } },
      },
      ...(server === null
        ? []
        : [
            {
              extends: true as const,
              test: {
                name: 'postgres',
                include: aboutStores,
                exclude: aboutFiles,
                provide: { server },
                globalSetup: 'test/fixtures/test-server.ts',
              },
            },
          ]),
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.test.ts', 'src/bin.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 80, branches: 80 },
    },
  },
});
