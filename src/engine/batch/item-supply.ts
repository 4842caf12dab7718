import type { ClaimedItem } from './batch.js';

/** Takes the next items that wait; none when none do. */
export type ClaimItems = (most: number) => Promise<readonly ClaimedItem[]>;

/** The items of a batch, for those who ask them at the same time: claimed a round at a time, so that few statements do. */
export class ItemSupply {
  readonly #claim: ClaimItems;
  readonly #giveBack: (items: readonly ClaimedItem[]) => void;
  readonly #round: number;
  readonly #items: ClaimedItem[] = [];
  #claiming: Promise<void> | null = null;
  #isOver = false;

  /**
   * @param giveBack is given what was claimed and is wanted no more
   * @param round how many are claimed at a time
   */
  constructor(claim: ClaimItems, giveBack: (items: readonly ClaimedItem[]) => void, round: number) {
    this.#claim = claim;
    this.#giveBack = giveBack;
    this.#round = round;
  }

  /** The next item; null when none waits, or when nothing more is to be begun. */
  async next(): Promise<ClaimedItem | null> {
    while (!this.#isOver) {
      const item = this.#items.shift();
      if (item !== undefined) return item;
      await this.#refill();
    }
    return null;
  }

  /** Nothing more is given out. */
  end(): void {
    this.#isOver = true;
    this.#giveBack(this.#items.splice(0));
  }

  #refill(): Promise<void> {
    this.#claiming ??= this.#claimRound().finally(() => {
      this.#claiming = null;
    });
    return this.#claiming;
  }

  async #claimRound(): Promise<void> {
    const claimed = await this.#claim(this.#round);
    if (this.#isOver) return this.#giveBack(claimed);
    this.#items.push(...claimed);
    if (claimed.length === 0) this.#isOver = true;
  }
}
