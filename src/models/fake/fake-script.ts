import type { FinishReason, TokenUsage } from '../spec/model-answer.js';
import type { FaultClass } from '../spec/model-fault.js';
import type { ToolCall } from '../spec/model-request.js';

/** A fault that a script plays. */
export interface FakeFault {
  readonly fault: FaultClass;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}

/** What a fake answers. */
export interface FakeReply {
  /** Null repeats the last message of the user. */
  readonly text: string | null;
  readonly reasoning: string;
  readonly toolCalls: readonly ToolCall[];
  readonly usage: TokenUsage;
  readonly finish: FinishReason;
  /** Before the first bit. */
  readonly delayMs: number;
  /** Before each bit but the first. */
  readonly pauseMs: number;
  /** The characters of a bit. */
  readonly chunk: number;
  /** What goes wrong, after the text; null for an answer that is whole. */
  readonly fault: FakeFault | null;
}

/** What a request must be like for a rule; what is null is not looked at. */
export interface FakeCondition {
  /** Is in the text of the messages. */
  readonly contains: string | null;
  readonly matches: RegExp | null;
  /** Is so many calls of this model, from 1. */
  readonly call: number | null;
}

/** The first rule whose condition holds answers: with its first reply, then with the next, at last with the last. */
export interface FakeRule {
  readonly when: FakeCondition;
  readonly replies: readonly [FakeReply, ...FakeReply[]];
}

/** All that a fake goes by. */
export interface FakeScript {
  readonly rules: readonly FakeRule[];
  /** Whether it can be given tools. */
  readonly tools: boolean;
}

/** Repeats what it is given. */
export const echoReply: FakeReply = {
  text: null,
  reasoning: '',
  toolCalls: [],
  usage: { input: null, cachedInput: null, cacheWrite: null, output: null, reasoning: null },
  finish: 'stop',
  delayMs: 0,
  pauseMs: 0,
  chunk: 40,
  fault: null,
};

export const echoScript: FakeScript = {
  rules: [{ when: { contains: null, matches: null, call: null }, replies: [echoReply] }],
  tools: true,
};
