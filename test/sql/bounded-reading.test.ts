import { afterEach, beforeEach, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.js';
import * as operations from '../../src/operations/index.js';
import { BATCH_BYTES } from '../../src/store/in-batches.js';
import { writeExecution } from '../fixtures/executions.js';
import { RecordedStatements } from './recorded-statements.js';

let app: App;
beforeEach(async () => {
  app = await openApp({ db: ':memory:', env: { HOME: '/nowhere' } });
});
afterEach(() => app.close());

const COUNT = 6;

/** How many statements were made when each execution was written. */
async function statementsAtWrites(response: string): Promise<number[]> {
  const { executions } = app;
  if (executions === null) throw new Error('a store keeps executions');
  for (let number = 0; number < COUNT; number++)
    await writeExecution(executions.executionJournal, {}, { response });
  const statements = new RecordedStatements();
  const counts: number[] = [];
  const write = async () => void counts.push(statements.count);
  try {
    await operations.exportExecutions(app, { format: 'jsonl', write });
  } finally {
    statements.stop();
  }
  return counts;
}

it('reads large executions one at a time, each when the one before is written', async () => {
  const counts = await statementsAtWrites('x'.repeat(BATCH_BYTES - 1000));
  expect(counts).toHaveLength(COUNT);
  expect(new Set(counts).size).toBe(COUNT);
});

it('reads small executions together', async () => {
  expect(new Set(await statementsAtWrites('x')).size).toBe(1);
});
