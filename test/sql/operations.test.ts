import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as operations from '../../src/operations/index.js';
import { FilledWorld } from './filled-world.js';
import { before, calls } from './operation-calls.js';
import { RecordedStatements } from './recorded-statements.js';

/**
 * How many statements each more of everything takes, where it must take more. A prompt that is imported is a change
 * of its own: it is refused or written alone, by what those before it brought, with its entry in the audit log, which
 * is a chain; and its file is marked before the next one's turn. Half of those that are imported are new.
 */
const oneByOne: Readonly<Record<string, number>> = { importPrompts: 8 };
const MANY = 20;

let few: FilledWorld;
let many: FilledWorld;
beforeAll(async () => {
  few = await FilledWorld.of(1);
  many = await FilledWorld.of(MANY);
}, 60_000);
afterAll(() => {
  few.remove();
  many.remove();
});

const names = Object.keys(calls) as (keyof typeof calls)[];

/** How many statements an operation makes in a world. */
function statementsOf(name: keyof typeof calls, world: FilledWorld): Promise<number> {
  return world.use(async (app, sessions) => {
    await before[name]?.(app, sessions);
    const statements = new RecordedStatements();
    try {
      return (await statements.during(() => calls[name](app, sessions))).length;
    } finally {
      statements.stop();
    }
  });
}

describe('the statements of an operation', () => {
  const counted = new Map<string, number>();

  it.each(names)('%s are as many for many as for one', async (name) => {
    const inFew = await statementsOf(name, few);
    const inMany = await statementsOf(name, many);
    counted.set(name, inFew);
    expect(inMany).toBeLessThanOrEqual(inFew + (oneByOne[name] ?? 0) * (MANY - 1));
  });

  it('are as many as are on record', async () => {
    const page = names.map((name) => `${name} ${counted.get(name)}\n`).join('');
    await expect(page).toMatchFileSnapshot('statements-of-operations.txt');
  });

  it('are counted of every operation', () => {
    const exported = Object.entries(operations).filter(
      ([, value]) => typeof value === 'function' && 'input' in value,
    );
    expect(names.toSorted()).toEqual(exported.map(([name]) => name).toSorted());
  });
});
