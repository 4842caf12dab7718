import type { ModelAnswer } from '../../models/spec/model-answer.js';
import { ModelCallError } from '../../models/spec/model-fault.js';
import type { ModelMessage } from '../../models/spec/model-request.js';
import { type ConversationEnd, ConversationFailed } from './conversation-end.js';
import { endedWhileWaiting } from './ended-while-waiting.js';
import { ToolRoundsError } from './errors.js';
import type { ToolUse } from './execution.js';
import type { ExecutionWatch } from './execution-request.js';
import { HeardText } from './heard-text.js';
import { type ConversationParts, RecordedCalls } from './recorded-calls.js';
import { retryPolicyFor, waitBeforeRetry } from './retry-policy.js';
import { useTools } from './use-tools.js';

/** A model that uses tools for longer has lost its way. */
const MOST_ROUNDS = 40;

/**
 * The calls of one execution: one, or another after each fault that may pass, and a round more as long as
 * the model uses tools. Each waits for its turn with the provider, and is on record before it is made.
 */
export class Conversation {
  readonly #parts: ConversationParts;
  readonly #watch: ExecutionWatch;
  readonly #calls: RecordedCalls;
  readonly #heard = new HeardText();
  #messages: readonly ModelMessage[];

  constructor(parts: ConversationParts, watch: ExecutionWatch) {
    this.#parts = parts;
    this.#watch = watch;
    this.#calls = new RecordedCalls(parts);
    this.#messages = parts.request.messages;
  }

  /**
   * Holds it to its end.
   * @throws ConversationFailed once a call was begun, whatever went wrong
   * @throws CostCeilingError, PriceUnknownError, the signal's reason before the first call; nothing is on
   * record then
   */
  async hold(): Promise<ConversationEnd> {
    try {
      return { answer: await this.#converse(), ...this.#calls.end() };
    } catch (error) {
      if (this.#calls.made === 0) throw error;
      throw new ConversationFailed(error, this.#calls.end(), this.#heard.text);
    }
  }

  async #converse(): Promise<ModelAnswer> {
    let answer = await this.#round(1);
    for (let round = 1; wantsTools(answer); ) {
      this.#calls.used(await this.#useTools(round, answer));
      if (round === MOST_ROUNDS) throw new ToolRoundsError(this.#parts.execution.id, round);
      round++;
      answer = await this.#round(round);
    }
    return answer;
  }

  async #round(round: number): Promise<ModelAnswer> {
    for (let made = 1, before: FailedCall | null = null; ; made++) {
      try {
        return await this.#callInTurn(round, before);
      } catch (error) {
        if (!(error instanceof ModelCallError)) throw error;
        before = { error, waitMs: await this.#waitAfter(error, made) };
      }
    }
  }

  /** A wait before another try takes nobody's turn away, nor does the work of a tool. */
  async #callInTurn(round: number, before: FailedCall | null): Promise<ModelAnswer> {
    const { ports, model } = this.#parts;
    let isTurn = false;
    const call = () => {
      isTurn = true;
      return this.#call(round, before?.waitMs ?? 0);
    };
    try {
      return await ports.limiter.run(model, this.#whileWaiting, call);
    } catch (error) {
      if (isTurn || this.#calls.made === 0 || !this.#whileWaiting.aborted) throw error;
      throw endedWhileWaiting('for its turn', before?.error ?? null);
    }
  }

  async #call(round: number, waitedMs: number): Promise<ModelAnswer> {
    const { model, request, execution } = this.#parts;
    const isFirst = this.#calls.made === 0;
    const asked = await this.#calls.begin({ ...request, messages: this.#messages }, round, waitedMs);
    try {
      if (isFirst) this.#watch.onBegin?.(execution.id);
      const answer = await model.call(asked, this.#heard.listening(this.#watch));
      this.#calls.succeeded(answer);
      return answer;
    } catch (error) {
      this.#calls.failed(error);
      throw error;
    }
  }

  /**
   * Waits before the same is asked again, and gives for how long, in milliseconds.
   * @throws the error when it is not to be asked again
   */
  async #waitAfter(error: ModelCallError, made: number): Promise<number> {
    const { model, ports, request } = this.#parts;
    const policy = retryPolicyFor(model.kind, request.place);
    const waitMs = waitBeforeRetry(error, made, policy, ports.random());
    if (waitMs === null) throw error;
    const { fault } = error.details;
    this.#watch.onRetry?.({ fault, message: error.message, waitMs, call: made + 1, of: policy.calls });
    try {
      await ports.sleep(waitMs, this.#whileWaiting);
    } catch (cause) {
      if (!this.#whileWaiting.aborted) throw cause;
      throw endedWhileWaiting('to ask again', error);
    }
    return waitMs;
  }

  get #whileWaiting(): AbortSignal {
    return this.#watch.whileWaiting ?? this.#watch.signal;
  }

  async #useTools(round: number, answer: ModelAnswer): Promise<readonly ToolUse[]> {
    const uses = await useTools(this.#parts.request.tools, answer.toolCalls, round);
    for (const use of uses) this.#watch.onToolUse?.(use);
    const results = uses.map(({ call, text, failed }) => ({ call, text, failed }));
    this.#messages = [
      ...this.#messages,
      { role: 'assistant', text: answer.text, toolCalls: answer.toolCalls },
      { role: 'tool', results },
    ];
    return uses;
  }
}

/** A call that is tried again, and how long was waited. */
interface FailedCall {
  readonly error: ModelCallError;
  readonly waitMs: number;
}

/** Some servers say `stop` where they want a tool. What was cut off may lack half of its input. */
function wantsTools({ toolCalls, finishReason }: ModelAnswer): boolean {
  return toolCalls.length > 0 && finishReason !== 'length';
}
