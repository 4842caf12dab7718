import { Gathered } from '../base/gathered.js';

interface Waiting<Answer> {
  readonly key: string;
  readonly done: (answer: Answer | null) => void;
  readonly fail: (error: unknown) => void;
}

/** Answers questions that are asked at about the same time with one statement. */
export class GatheredLookups<Answer> {
  readonly #find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>;
  readonly #questions = new Gathered<Waiting<Answer>>((group) => this.#answer(group));

  /** @param find gives what there is, by its key */
  constructor(find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>) {
    this.#find = find;
  }

  /** Null where there is nothing. */
  find(key: string): Promise<Answer | null> {
    return new Promise((done, fail) => this.#questions.add({ key, done, fail }));
  }

  async #answer(group: readonly Waiting<Answer>[]): Promise<void> {
    try {
      const found = await this.#find([...new Set(group.map(({ key }) => key))]);
      for (const { key, done } of group) done(found.get(key) ?? null);
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
