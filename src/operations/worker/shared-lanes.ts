import { CallLimiter } from '../../engine/execution/call-limiter.js';
import type { CallTurns } from '../../engine/execution/call-turns.js';
import type { OpenModel } from '../../models/spec/open-model.js';

/**
 * The turns of one batch in one process: however many parts of it are asked at a time, no more calls are on their way
 * than one process may have. So the last calls of a part leave their places to the next one's first.
 */
export class SharedLanes implements CallTurns {
  readonly #turns: CallTurns;
  readonly #own = new CallLimiter();
  readonly #most: number;

  /** @param turns of the whole process, whose limits hold as well */
  constructor(turns: CallTurns, most: number) {
    this.#turns = turns;
    this.#most = most;
  }

  run<Result>(model: OpenModel, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const { name, identity, kind, abilities, limits } = model;
    const limited: OpenModel = {
      ...{ name, identity, kind, abilities },
      limits: { ...limits, concurrency: this.#most, requestsPerMinute: null },
      call: (request, watch) => model.call(request, watch),
    };
    return this.#own.run(limited, signal, () => this.#turns.run(model, signal, work));
  }
}
