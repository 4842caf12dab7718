import { DefaultQueryCompiler } from 'kysely';
import { vi } from 'vitest';

/** Writes down what is asked of databases, in the order in which it is asked. */
export class RecordedStatements {
  readonly #spy = vi.spyOn(DefaultQueryCompiler.prototype, 'compileQuery');

  /** How many were asked so far. */
  get count(): number {
    return this.#spy.mock.results.length;
  }

  /** What a piece of work asked. */
  async during(work: () => Promise<unknown>): Promise<string[]> {
    const before = this.count;
    await work();
    return this.#spy.mock.results.slice(before).map(({ value }) => inOneLine(String(value.sql)));
  }

  stop(): void {
    this.#spy.mockRestore();
  }
}

function inOneLine(statement: string): string {
  return statement.replaceAll(/\s+/g, ' ').trim();
}
