import { setTimeout as pause } from 'node:timers/promises';
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';

const usage = { prompt_tokens: 12, completion_tokens: 8, total_tokens: 20 };

/** The model that it is asked for. */
export const SEARCHING_MODEL = 'openai-chat:drill-2';

const RULES = `- now: somebody is in danger, or money is lost
- today: somebody cannot work
- later: all else
`;

/** What tickets are about, when it knows the rules. */
const urgencies: readonly (readonly [about: RegExp, urgency: string])[] = [
  [/smoke|payment|gas/i, 'now'],
  [/password|laptop|access/i, 'today'],
];

/**
 * A provider that plays both parts of an optimisation after a while, and counts how often it was asked. What it answers
 * follows from the question, and from nothing else.
 */
export class SearchingProvider {
  calls = 0;
  #isDue: (() => void) | null = null;
  #callsToGo = 0;
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

  /** Does something once when it has been asked so many times more. */
  afterCalls(more: number, due: () => void): void {
    this.#callsToGo = more;
    this.#isDue = due;
  }

  async #answer({ messages }: ChatCompletionRequest): Promise<FixtureResponse> {
    this.calls++;
    if (--this.#callsToGo === 0) this.#isDue?.();
    await pause(this.#delayMs);
    return { content: answerTo(messages.map(({ content }) => String(content)).join('\n')), usage };
  }
}

function answerTo(question: string): string {
  if (question.startsWith('# Improve the template')) {
    return question.includes('Earlier proposals were refused')
      ? proposal(`How urgent is it?\n\n${RULES}\n{# frozen #}Answer with one word.{# /frozen #}`)
      : proposal('Think twice.');
  }
  if (question.startsWith('# Write the template')) {
    const number = /This is try number (\d+)/.exec(question)?.[1] ?? '';
    return proposal(`Take ${number} looks.\n\n{# frozen #}Answer with one word.{# /frozen #}`);
  }
  if (!question.includes('danger')) return 'now';
  return (
    urgencies.find(([about]) => about.test(question.slice(question.indexOf('one word'))))?.[1] ?? 'later'
  );
}

function proposal(template: string): string {
  return `### NEW_TEMPLATE\n\n\`\`\`markdown\n${template}\n\n{{ ticket }}\n\`\`\`\n`;
}
