import { resolve } from 'node:path';
import { sha256 } from '../../base/checksum.js';
import { sleep } from '../../base/sleep.js';
import { Exchange } from '../call/exchange.js';
import { remedyFor, whatBecameOf } from '../fault/fault-words.js';
import type { ModelAnswer } from '../spec/model-answer.js';
import { type FaultClass, ModelCallError } from '../spec/model-fault.js';
import { type ModelName, writtenModelName } from '../spec/model-name.js';
import type { ModelMessage, ModelRequest } from '../spec/model-request.js';
import type { CallWatch, OpenModel } from '../spec/open-model.js';
import { type ModelSurroundings, usualTimes } from '../surroundings.js';
import { FakeConversation } from './fake-conversation.js';
import { echoScript, type FakeReply, type FakeScript } from './fake-script.js';

/** It costs nothing to ask much of it. */
const LIMITS = { concurrency: 64, concurrencyIs: 'usual', requestsPerMinute: null } as const;

/**
 * Opens the fake: `fake` repeats the last message of the user, `fake:script.yaml` answers as the script says. The
 * same calls bring the same answers in every process.
 *
 * @throws FakeScriptError
 */
export async function openFake(
  name: ModelName,
  { cwd, times = usualTimes }: Pick<ModelSurroundings, 'cwd' | 'times'>,
): Promise<OpenModel> {
  const script = await scriptOf(name.model, cwd);
  const conversation = new FakeConversation(script.rules);
  return {
    name,
    identity: { script: checksumOf(script) },
    kind: 'model',
    limits: LIMITS,
    abilities: { tools: script.tools, images: true, schema: true, budget: false },
    call: async (request, watch) => {
      const exchange = new Exchange(watch.signal, times, 'events', undefined);
      try {
        return await play(conversation.next(request), { name, request, watch, exchange });
      } finally {
        exchange.close();
      }
    },
  };
}

async function scriptOf(path: string, cwd: string): Promise<FakeScript> {
  if (path === '') return echoScript;
  const { readScript } = await import('./read-script.js');
  return readScript(resolve(cwd, path));
}

/** With the answers that stand in files of their own. */
function checksumOf(script: FakeScript): string {
  const written = (_key: string, value: unknown) => (value instanceof RegExp ? String(value) : value);
  return sha256(JSON.stringify(script, written));
}

interface FakeCall {
  readonly name: ModelName;
  readonly request: ModelRequest;
  readonly watch: CallWatch;
  /** Its clocks are those of a model behind an interface, so that time-outs can be tried. */
  readonly exchange: Exchange;
}

async function play(reply: FakeReply | null, call: FakeCall): Promise<ModelAnswer> {
  if (reply === null) throw faultOf('bad-request', call, null, 'no rule of its script fits the request');
  const text = reply.text ?? lastUserText(call.request.messages);
  let said = '';
  try {
    await sleepUnlessAborted(reply.delayMs, call.exchange.signal);
    for (const bit of bitsOf(text, reply.chunk)) {
      if (said !== '') await sleepUnlessAborted(reply.pauseMs, call.exchange.signal);
      call.exchange.heard();
      said += bit;
      call.watch.onText?.(bit);
    }
  } catch (error) {
    const { ending } = call.exchange;
    if (ending === null) throw error;
    throw faultOf(ending.fault, call, partialOf(reply, said), ending.why);
  }
  if (reply.fault === null) return answerOf(reply, text);
  const { fault, ...rest } = reply.fault;
  throw faultOf(fault, call, partialOf(reply, said), undefined, rest);
}

async function sleepUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (ms > 0) await sleep(ms, signal);
}

/** By characters as people see them apart: none is cut in two. */
function* bitsOf(text: string, size: number): Iterable<string> {
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += size) yield characters.slice(at, at + size).join('');
}

function lastUserText(messages: readonly ModelMessage[]): string {
  const last = messages.findLast((message) => message.role === 'user');
  return last === undefined ? '' : last.text;
}

function answerOf(reply: FakeReply, text: string): ModelAnswer {
  return {
    text,
    reasoning: reply.reasoning,
    toolCalls: reply.toolCalls,
    finishReason: reply.finish,
    usage: reply.usage,
    model: 'fake',
    requestId: null,
    reportedCost: null,
    details: {},
    warnings: [],
  };
}

function partialOf(reply: FakeReply, said: string): ModelAnswer | null {
  return said === '' ? null : { ...answerOf(reply, said), toolCalls: [], finishReason: 'other' };
}

function faultOf(
  fault: FaultClass,
  { name }: FakeCall,
  partial: ModelAnswer | null,
  why?: string,
  known: { readonly status: number | null; readonly retryAfterMs: number | null } = {
    status: null,
    retryAfterMs: null,
  },
): ModelCallError {
  return new ModelCallError(
    whatBecameOf(writtenModelName(name), { fault, why, status: known.status }),
    { fault, ...known, requestId: null, partial },
    remedyFor(fault),
  );
}
