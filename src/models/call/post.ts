import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { onAbort } from '../../base/on-abort.js';

/** A connection that nobody uses is let go after this time: servers close it soon after, and one would ask into the void. */
const IDLE_MS = 4000;
/** What makes Node's own agents go through a proxy, from Node 24.5 on (https://nodejs.org/api/http.html#built-in-proxy-support). */
const proxy = process.env.NODE_USE_ENV_PROXY === '1' ? { proxyEnv: process.env } : {};
const held = { keepAlive: true, timeout: IDLE_MS, ...proxy };
const plain = { request: httpRequest, agent: new HttpAgent(held) };
const secure = { request: httpsRequest, agent: new HttpsAgent(held) };

/** Is told of each piece of an answer's body as it is read. */
export type OnPiece = (piece: Uint8Array) => void;

/** What is sent. */
export interface Posted {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal;
  readonly onPiece: OnPiece;
}

/**
 * What `fetch` does for a request to a provider, for a fifth of its processor time and however long the answer takes to
 * begin: `fetch` gives up after five minutes. It follows nobody elsewhere, and asks for answers that are not compressed.
 *
 * @throws TypeError as `fetch` does, with the fault as its cause; the signal's reason
 */
export async function post(url: URL, posted: Posted): Promise<Response> {
  const { method, headers, body, signal } = posted;
  signal.throwIfAborted();
  const { request, agent } = url.protocol === 'https:' ? secure : plain;
  const sent = {
    accept: '*/*',
    ...Object.fromEntries(headers),
    'accept-encoding': 'identity',
    ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: sent, agent });
    // Told of the signal itself, Node would end a connection with an error that nobody listens for any more.
    const forget = onAbort(signal, () => asked.destroy());
    let isAnswered = false;
    asked.on('response', (message) => {
      isAnswered = true;
      resolve(responseOf(message, posted));
    });
    asked.on('error', (error) => reject(faultOf('fetch failed', error, signal)));
    asked.on('close', () => {
      forget();
      if (!isAnswered) reject(faultOf('fetch failed', new Error('no answer came'), signal));
    });
    asked.end(body);
  });
}

/** Such an answer has no body (https://fetch.spec.whatwg.org/#null-body-status). */
const withoutBody = new Set([204, 205, 304]);

function responseOf(message: IncomingMessage, posted: Posted): Response {
  const { statusCode: status = 0, statusMessage: statusText = '' } = message;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(message.headersDistinct))
    for (const value of values) headers.append(name, value);
  if (withoutBody.has(status)) {
    message.resume();
    return new Response(null, { status, statusText, headers });
  }
  return new Response(streamOf(decoded(message), posted), { status, statusText, headers });
}

/** As it came, or unpacked where a server packs what was to come as it is. */
function decoded(message: IncomingMessage): Readable {
  const unpacking = unpackers[(message.headers['content-encoding'] ?? '').trim().toLowerCase()]?.();
  if (unpacking === undefined) return message;
  message.on('error', (error) => unpacking.destroy(error));
  return message.pipe(unpacking);
}

const unpackers: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Comes no faster than it is read; after its end, however it came to that, nothing is heard of the source any more. */
function streamOf(source: Readable, { signal, onPiece }: Posted): ReadableStream<Uint8Array> {
  let isOver = false;
  const end = (ending: () => void) => {
    if (!isOver) ending();
    isOver = true;
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const forget = onAbort(signal, () => end(() => controller.error(signal.reason)));
      source.on('data', (piece: Buffer) => {
        onPiece(piece);
        if (isOver) return;
        controller.enqueue(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength));
        if ((controller.desiredSize ?? 0) <= 0) source.pause();
      });
      source.on('end', () => end(() => controller.close()));
      source.on('error', (error) => end(() => controller.error(faultOf('terminated', error, signal))));
      source.on('close', forget);
      source.pause();
    },
    pull: () => void source.resume(),
    cancel: () => end(() => source.destroy()),
  });
}

/** In the words of `fetch`, which tell SDKs that the connection failed. */
function faultOf(words: 'fetch failed' | 'terminated', cause: Error, signal: AbortSignal): unknown {
  return signal.aborted ? signal.reason : new TypeError(words, { cause });
}
