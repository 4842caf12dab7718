import { systemClock } from '../../src/base/clock.js';
import { openStore } from '../../src/store/open-store.js';
import type { DrillPlace } from './drill-place.js';
import { faultsInStore } from './faults-in-store.js';
import { type CommandSurroundings, failureOf, printedError, runCommand } from './program.js';
import { readAudit } from './read-audit.js';

/**
 * One who puts prompts into a store, one after the other, and knows which were confirmed: whatever happens to the
 * store, those have to be there.
 */
export class PromptKeeper {
  readonly confirmed = new Map<string, string>();
  /** How often each error was the answer. */
  readonly refusals: Record<string, number> = {};
  readonly faults: string[] = [];
  commands = 0;
  readonly #place: DrillPlace;
  readonly #surroundings: CommandSurroundings;
  readonly #called: string;

  /** @param called how errors have to name the store */
  constructor(place: DrillPlace, surroundings: CommandSurroundings = {}, called = place.db) {
    this.#place = place;
    this.#surroundings = surroundings;
    this.#called = called;
  }

  /** Creates another prompt. Gives whether that was confirmed. */
  async create(): Promise<boolean> {
    const name = `p${++this.commands}`;
    const text = textOf(this.commands);
    const words = ['prompt', 'create', name, '--text', text, '--json'];
    const outcome = await runCommand(words, this.#place, this.#surroundings);
    if (outcome.code === 0) {
      this.confirmed.set(name, text);
      return true;
    }
    const error = printedError(outcome);
    const code = error?.code ?? 'none';
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
    const isClear =
      outcome.code === 1 && code.startsWith('STORE_') && error?.message.includes(this.#called) && error.hint;
    if (!isClear) this.faults.push(failureOf(words, outcome));
    return false;
  }

  /** What should succeed, and what it is a proof of. */
  async mustCreate(when: string): Promise<void> {
    const before = { ...this.refusals };
    if (await this.create()) return;
    const code = Object.keys(this.refusals).find((one) => this.refusals[one] !== before[one]);
    this.faults.push(`${when}, a prompt cannot be created: ${code}`);
  }

  async mustNotCreate(when: string): Promise<void> {
    if (await this.create()) this.faults.push(`${when}, a prompt was created all the same`);
  }

  /** Looks whether exactly what was confirmed is there, and whether the store is sound. */
  async inspect(): Promise<string[]> {
    const store = await openStore(this.#place.db, systemClock);
    try {
      const faults = [...this.faults, ...(await faultsInStore(store))];
      const audit = await readAudit(store);
      for (const [name, text] of this.confirmed) {
        const [prompt] = await store.prompts.named(name, null);
        const version = prompt && (await store.promptVersions.version(prompt, { by: 'number', number: 1 }));
        if (version?.content.messages[0]?.text !== text)
          faults.push(`"${name}" was confirmed and is not there`);
      }
      if (audit.entries !== this.confirmed.size)
        faults.push(`${audit.entries} prompts are on record, and ${this.confirmed.size} were confirmed`);
      return [...faults, ...audit.faults];
    } finally {
      await store.close();
    }
  }
}

/** A few kilobytes of words that no other text has, so that the search index grows, too. */
function textOf(number: number): string {
  return Array.from({ length: 1500 }, (_, at) => `w${(number * 7919 + at * 104729).toString(36)}`).join(' ');
}
