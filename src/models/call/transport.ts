import { formatBytes } from '../../base/text/format-bytes.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type { Json } from '../spec/model-request.js';
import type { AnswerForm, Exchange } from './exchange.js';
import { type OnPiece, post } from './post.js';

const LINE_FEED = 10;

/** A live provider sends so many bytes, or a whole line, from time to time. */
const SIGN_OF_LIFE = 1024;

/** What says nothing of what comes is believed. */
const VAGUE_TYPES = ['text/plain', 'application/octet-stream', ''];
const TYPES: Readonly<Record<AnswerForm, readonly string[]>> = {
  events: ['text/event-stream', ...VAGUE_TYPES],
  json: ['application/json', 'text/json', ...VAGUE_TYPES],
};
const FORM_NAMES: Readonly<Record<AnswerForm, string>> = { events: 'a stream of events', json: 'JSON' };

/** How requests get to a provider and answers back, and what is watched on the way. */
export class Transport {
  readonly #exchanges = new WeakMap<AbortSignal, Exchange>();
  readonly #mostBytes: number;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** Watches the requests that carry the call's signal. */
  follow(exchange: Exchange): void {
    this.#exchanges.set(exchange.signal, exchange);
  }

  /** To be given to an SDK in place of `fetch`. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const exchange = init?.signal ? this.#exchanges.get(init.signal) : undefined;
    if (init === undefined || exchange === undefined) return globalThis.fetch(input, init);
    const response = await this.#send(input, init, exchange);
    exchange.head = { status: response.status, headers: response.headers };
    exchange.heard();
    if (response.ok) refuseOtherTypes(response, exchange);
    return response;
  };

  /** Not followed elsewhere: `fetch` would carry the headers that vendors invented for their keys along. */
  async #send(input: string | URL | Request, init: RequestInit, exchange: Exchange): Promise<Response> {
    const body = exchange.body === undefined ? (init.body ?? null) : withFields(init.body, exchange.body);
    const onPiece = this.#meter(exchange);
    if (isAddress(input) && (body === null || typeof body === 'string')) {
      const { method = 'GET', headers } = init;
      const { signal } = exchange;
      return post(new URL(input), { method, headers: new Headers(headers), body, signal, onPiece });
    }
    return metered(await globalThis.fetch(input, { ...init, redirect: 'manual', body }), onPiece);
  }

  /** Notes what comes, and ends what is too much. */
  #meter(exchange: Exchange): OnPiece {
    const most = this.#mostBytes;
    let heardOf = 0;
    return (piece) => {
      exchange.bytes += piece.length;
      if (exchange.bytes > most)
        exchange.end({ fault: 'too-large', why: `more than ${formatBytes(most)} came` });
      // Who sends single bytes is not taken for alive.
      if (piece.includes(LINE_FEED) || exchange.bytes - heardOf >= SIGN_OF_LIFE) {
        heardOf = exchange.bytes;
        exchange.heard();
      }
    };
  }
}

function isAddress(input: string | URL | Request): input is string | URL {
  return typeof input === 'string' || input instanceof URL;
}

/** The same answer, watched as it is read. */
function metered(response: Response, onPiece: OnPiece): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  const noted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      onPiece(piece);
      controller.enqueue(piece);
    },
  });
  return new Response(body.pipeThrough(noted), { status, statusText, headers });
}

function refuseOtherTypes(response: Response, exchange: Exchange): void {
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  if (TYPES[exchange.form].includes(type.trim().toLowerCase())) return;
  exchange.end({
    fault: 'malformed',
    why: `the answer came as ${forTerminalLine(type)} and not as ${FORM_NAMES[exchange.form]}`,
  });
}

/** The body of a request with more fields; objects in it are merged, anything else is written over. */
function withFields(body: unknown, fields: { readonly [key: string]: Json }): string {
  const given: unknown = typeof body === 'string' ? JSON.parse(body) : {};
  return JSON.stringify(merged(given, fields));
}

function merged(given: unknown, added: unknown): unknown {
  if (!isObject(given) || !isObject(added)) return added;
  const all = new Map(Object.entries(given));
  for (const [key, value] of Object.entries(added)) all.set(key, merged(all.get(key), value));
  return Object.fromEntries(all);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
