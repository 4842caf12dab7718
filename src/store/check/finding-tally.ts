import { groupThousands } from '../../base/text/group-thousands.js';

interface Counted {
  readonly first: string;
  count: number;
}

/** Findings in rows, those of one kind counted together: however many there are, they are few sentences. */
export class FindingTally {
  readonly #kinds = new Map<string, Counted>();

  /**
   * @param what is wrong, as the beginning of a sentence
   * @param table where
   * @param row how the row is told from others
   */
  add(what: string, table: string, row: string): void {
    const kind = `${what} in ${table}`;
    const counted = this.#kinds.get(kind);
    if (counted === undefined) this.#kinds.set(kind, { first: row, count: 1 });
    else counted.count++;
  }

  sentences(): string[] {
    return [...this.#kinds].map(([kind, { first, count }]) =>
      count === 1 ? `${kind}: ${first}.` : `${kind}: ${first}, and ${groupThousands(count - 1)} more.`,
    );
  }
}
