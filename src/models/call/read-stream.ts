import type { LanguageModelV3CallOptions, LanguageModelV3StreamPart } from '@ai-sdk/provider';
import { callOptionsOf } from './call-options.js';
import { type Dialect, fieldsOf } from './dialect.js';
import { ownOptions } from './own-options.js';
import type { AskedCall, Reading } from './reading.js';
import { unlessEnded } from './unless-ended.js';

/**
 * An answer that is asked for as a stream: what came before a fault is kept, and a provider that has gone
 * silent is noticed.
 */
export class StreamReading implements Reading {
  readonly #dialect: Dialect | null;
  readonly #seenOnce = new Set<string>();
  begun = false;
  ended: boolean | null;
  error: unknown;

  constructor(dialect: Dialect | null) {
    this.#dialect = dialect;
    this.ended = dialect === null ? null : false;
  }

  async read(call: AskedCall): Promise<void> {
    const stream = await this.#begin(call);
    if (stream !== null) await this.#readAll(stream, call);
  }

  /** Null when no stream came; the error says why. */
  async #begin(call: AskedCall): Promise<ReadableStream<LanguageModelV3StreamPart> | null> {
    const { language, exchange } = call;
    try {
      exchange.signal.throwIfAborted();
      return (await unlessEnded(language.doStream(this.#options(call)), exchange.signal)).stream;
    } catch (error) {
      this.error = error;
      return null;
    }
  }

  #options({ language, request, exchange }: AskedCall): LanguageModelV3CallOptions {
    const options = callOptionsOf(request, exchange.signal);
    return this.#dialect === null
      ? { ...options, providerOptions: ownOptions(language.provider, request) }
      : { ...options, includeRawChunks: true };
  }

  async #readAll(stream: ReadableStream<LanguageModelV3StreamPart>, call: AskedCall): Promise<void> {
    const { exchange } = call;
    const reader = stream.getReader();
    // A stream that does not look at the signal has to be left all the same.
    const leave = () => void reader.cancel(exchange.ending?.why).catch(() => undefined);
    exchange.signal.addEventListener('abort', leave, { once: true });
    try {
      for (let part = await this.#next(reader); part !== null; part = await this.#next(reader)) {
        this.#take(part, call);
        if (this.error !== undefined || exchange.ending !== null) break;
      }
    } finally {
      exchange.signal.removeEventListener('abort', leave);
      leave();
    }
  }

  async #next(reader: ReadableStreamDefaultReader<LanguageModelV3StreamPart>) {
    try {
      const { done, value } = await reader.read();
      return done ? null : value;
    } catch (error) {
      this.error = error ?? new Error('The stream broke off.');
      return null;
    }
  }

  #take(part: LanguageModelV3StreamPart, { draft, exchange, watch }: AskedCall): void {
    if (part.type === 'raw') this.#lookAt(part.rawValue, exchange);
    else if (part.type === 'error') this.error = part.error ?? new Error('The stream has an error in it.');
    else {
      draft.add(part);
      if (part.type === 'text-delta' && part.delta !== '') watch.onText?.(part.delta);
      if (this.#dialect === null) exchange.heard();
    }
  }

  #lookAt(event: unknown, exchange: AskedCall['exchange']): void {
    this.begun = true;
    const fields = fieldsOf(event);
    if (fields === null || this.#dialect === null) return;
    const { once, ends } = this.#dialect.readEvent(fields);
    if (ends) this.ended = true;
    if (once === null) return;
    if (this.#seenOnce.has(once))
      exchange.end({ fault: 'malformed', why: `the stream repeats itself, "${once}" came twice` });
    this.#seenOnce.add(once);
  }
}
