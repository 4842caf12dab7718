import { type CompiledQuery, DeleteQueryNode, InsertQueryNode, UpdateQueryNode } from 'kysely';

/** Said so often, a statement will be said again. */
const OFTEN = 3;
/** Each is kept by every connection, here and on the server. */
const MOST_NAMED = 200;
/** Longer ones insert many rows, now these and now those. */
const LONGEST = 8000;

/**
 * Names for statements that are said over and over: one with a name is planned once by each connection, and not every
 * time anew, which takes longer than most changes themselves. Only changes have names: what is the best way to answer a
 * question depends on what is asked.
 *
 * Source: https://www.postgresql.org/docs/current/sql-prepare.html
 */
export class RepeatedStatements {
  readonly #times = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** @returns undefined for what is to be planned each time */
  nameOf({ query, sql }: Pick<CompiledQuery, 'query' | 'sql'>): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined) return known;
    if (!isChange({ query, sql }) || sql.length > LONGEST || this.#names.size === MOST_NAMED)
      return undefined;
    const times = (this.#times.get(sql) ?? 0) + 1;
    if (times < OFTEN) {
      this.#remember(sql, times);
      return undefined;
    }
    this.#times.delete(sql);
    const name = `s${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }

  /** Those that were heard longest ago are forgotten: most are never said again. */
  #remember(sql: string, times: number): void {
    this.#times.delete(sql);
    this.#times.set(sql, times);
    const [oldest] = this.#times.keys();
    if (this.#times.size > MOST_NAMED && oldest !== undefined) this.#times.delete(oldest);
  }
}

const CHANGE = /^\s*(?:insert|update|delete)\b/i;

function isChange({ query, sql }: Pick<CompiledQuery, 'query' | 'sql'>): boolean {
  return (
    InsertQueryNode.is(query) || UpdateQueryNode.is(query) || DeleteQueryNode.is(query) || CHANGE.test(sql)
  );
}
