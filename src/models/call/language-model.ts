import type { FaultReader } from '../fault/fault-reader.js';
import type { Redact } from '../fault/redact.js';
import type { ModelAnswer } from '../spec/model-answer.js';
import type { ModelName } from '../spec/model-name.js';
import type { ModelRequest } from '../spec/model-request.js';
import type { CallWatch, ModelIdentity, OpenModel, ProviderLimits } from '../spec/open-model.js';
import type { CallTimes } from '../surroundings.js';
import { AnswerDraft } from './answer-draft.js';
import type { ConnectedModel } from './connection.js';
import { type AnswerForm, Exchange } from './exchange.js';
import { BodyReading } from './read-body.js';
import { StreamReading } from './read-stream.js';
import type { Reading } from './reading.js';
import type { Transport } from './transport.js';

/** All that a model behind an interface is made of. */
export interface LanguageModelParts {
  readonly name: ModelName;
  readonly identity: ModelIdentity;
  readonly connected: ConnectedModel;
  readonly transport: Transport;
  readonly limits: ProviderLimits;
  readonly times: CallTimes;
  readonly faults: FaultReader;
  readonly redact: Redact;
}

/**
 * A model of an SDK as one of ours. Where nobody watches the text, the answer is asked for in one piece, which
 * takes less processor time than a stream. Nothing is kept of such an answer when the call is ended, cut off or
 * out of time: the next call after that is a stream.
 */
export class LanguageModel implements OpenModel {
  readonly kind = 'model';
  readonly abilities = { tools: true, images: true, schema: true, budget: false };
  readonly #parts: LanguageModelParts;
  /** An answer in one piece did not come in time. A stream shows that the model is at work. */
  #needsLong = false;

  constructor(parts: LanguageModelParts) {
    this.#parts = parts;
  }

  get name(): ModelName {
    return this.#parts.name;
  }

  get identity(): ModelIdentity {
    return this.#parts.identity;
  }

  get limits(): ProviderLimits {
    return this.#parts.limits;
  }

  async call(request: ModelRequest, watch: CallWatch): Promise<ModelAnswer> {
    const { connected, transport, times, faults, redact } = this.#parts;
    const { form, reading } = this.#readingFor(watch);
    const exchange = new Exchange(watch.signal, times, form, request.parameters.providerOptions);
    transport.follow(exchange);
    const draft = new AnswerDraft(connected.dialect);
    try {
      await reading.read({ language: connected.language, request, draft, exchange, watch });
    } finally {
      exchange.close();
    }
    const answer = withoutKeys(draft.answer(exchange.requestId), redact);
    const fault = faults.read({ exchange, draft, answer, reading });
    if (fault === null) return answer;
    if (fault.details.fault === 'timeout') this.#needsLong = true;
    throw fault;
  }

  /** A package of somebody else's is always asked for a stream: whether it is at work shows only by its parts. */
  #readingFor({ onText }: CallWatch): { readonly form: AnswerForm; readonly reading: Reading } {
    const { dialect } = this.#parts.connected;
    return dialect === null || onText !== undefined || this.#needsLong
      ? { form: 'events', reading: new StreamReading(dialect) }
      : { form: 'json', reading: new BodyReading(dialect) };
  }
}

/** A server may give back a header as it was sent: what it tells of itself is no place for a key. */
function withoutKeys(answer: ModelAnswer, redact: Redact): ModelAnswer {
  const { requestId, model, warnings } = answer;
  return {
    ...answer,
    requestId: requestId && redact(requestId),
    model: model && redact(model),
    warnings: warnings.map(redact),
  };
}
