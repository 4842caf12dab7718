import { setTimeout as pause } from 'node:timers/promises';
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';

const usage = { prompt_tokens: 12, completion_tokens: 8, total_tokens: 20 };

/** The model that it is asked for. */
export const COUNTED_MODEL = 'openai-chat:drill-1';

/** A provider that answers each row in its own words after a while, and counts how often it was asked for it. */
export class CountingProvider {
  readonly calls = new Map<number, number>();
  /** When it last answered, by the clock that only goes on. */
  lastAnswerAt = 0;
  readonly #mock = new LLMock({ port: 0, logLevel: 'silent', journalMaxEntries: 1 });
  readonly #delayMs: number;

  /** @param delayMs before each answer */
  constructor(delayMs: number) {
    this.#delayMs = delayMs;
    this.#mock.on({ predicate: () => true }, (request) => this.#answer(request));
  }

  async start(): Promise<void> {
    await this.#mock.start();
  }

  async stop(): Promise<void> {
    await this.#mock.stop();
  }

  /** What sends a program's calls here. */
  get env(): Readonly<Record<string, string>> {
    return { OPENAI_BASE_URL: `${this.#mock.url}/v1`, OPENAI_API_KEY: 'none-is-needed-here' };
  }

  /** How many calls there were, of all rows. */
  get total(): number {
    return [...this.calls.values()].reduce((sum, calls) => sum + calls, 0);
  }

  async #answer(request: ChatCompletionRequest): Promise<FixtureResponse> {
    const row = Number(/row (\d+)/.exec(JSON.stringify(request.messages))?.[1]);
    this.calls.set(row, (this.calls.get(row) ?? 0) + 1);
    await pause(this.#delayMs);
    this.lastAnswerAt = performance.now();
    return { content: answerTo(row), usage };
  }
}

/** What the provider says to a row. */
export function answerTo(row: number): string {
  return `Row ${row} has been looked at: ${(row * 7919) % 1000}.`;
}
