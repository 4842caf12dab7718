import type { LanguageModelV3 } from '@ai-sdk/provider';
import type { ModelRequest } from '../spec/model-request.js';
import type { CallWatch } from '../spec/open-model.js';
import type { AnswerDraft } from './answer-draft.js';
import type { Exchange } from './exchange.js';

/** A call to be made, and where what comes of it goes. */
export interface AskedCall {
  readonly language: LanguageModelV3;
  readonly request: ModelRequest;
  readonly draft: AnswerDraft;
  readonly exchange: Exchange;
  readonly watch: CallWatch;
}

/** How an answer is asked for and read, and what was seen of it on the way. */
export interface Reading {
  /** Reads to the end, or to the first thing that is wrong. Throws nothing: `error` has it. */
  read(call: AskedCall): Promise<void>;
  /** What the SDK or the provider said was wrong; undefined when nothing was. */
  readonly error: unknown;
  /** Whether anything came that belongs to an answer. */
  readonly begun: boolean;
  /** Whether the end came that an answer has; null where the interface is not known. */
  readonly ended: boolean | null;
}
