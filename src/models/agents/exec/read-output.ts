import type { CallWatch } from '../../spec/open-model.js';
import { AnswerDraft } from '../output/answer-draft.js';
import { type Fields, fieldsAt, numberAt, parseFields, textAt } from '../output/fields.js';
import type { OutputReader } from '../output/output-reader.js';
import { problemOfStatus } from '../output/reported-problem.js';

/**
 * Reads a command whose answer is what it prints. A command that can tell more prints one JSON object instead,
 * whose `text` (or `result`) is the answer; everything else in it may be left out:
 *
 * @example
 * // exec:printf '{"text":"Done.","cost_usd":0.01,"usage":{"input_tokens":9,"output_tokens":3}}'
 *
 * @example
 * // { "text": "Done.", "model": "m", "session_id": "s1", "is_error": false, "cost_usd": 0.01,
 * //   "usage": { "input_tokens": 9, "cached_input_tokens": 0, "output_tokens": 3, "reasoning_tokens": 0 } }
 */
export class ExecReader implements OutputReader {
  readonly draft: AnswerDraft;
  readonly #watch: CallWatch;
  #pieces: string[] = [];
  #kind: 'unknown' | 'text' | 'perhaps-json' = 'unknown';

  constructor(watch: CallWatch, folder: string) {
    this.draft = new AnswerDraft(watch, folder);
    this.#watch = watch;
  }

  take(text: string): void {
    this.#pieces.push(text);
    if (this.#kind === 'unknown') this.#decide();
    else if (this.#kind === 'text') this.#tell(text);
  }

  end(): void {
    const printed = this.#pieces.join('');
    this.draft.finished = true;
    this.draft.result = printed;
    if (this.#kind !== 'perhaps-json') return;
    const fields = parseFields(printed);
    if (fields !== null) takeFields(fields, this.draft);
    if (this.draft.problem === null) this.#tell(this.draft.result);
  }

  /** Text is told as it comes; what begins like an object has to be seen whole. */
  #decide(): void {
    const begun = this.#pieces.join('');
    const first = begun.trimStart().charAt(0);
    if (first === '') return;
    this.#kind = first === '{' ? 'perhaps-json' : 'text';
    if (this.#kind === 'text') this.#tell(begun);
  }

  #tell(text: string): void {
    this.#watch.onText?.(text);
  }
}

/** Any other object is an answer as it is. */
function takeFields(fields: Fields, draft: AnswerDraft): void {
  const text = textAt(fields, 'text') ?? textAt(fields, 'result');
  if (text === null) return;
  const usage = fieldsAt(fields, 'usage');
  draft.result = text;
  draft.model = textAt(fields, 'model');
  draft.session = textAt(fields, 'session_id');
  draft.cost = numberAt(fields, 'cost_usd') ?? numberAt(fields, 'total_cost_usd');
  draft.usage = {
    input: numberAt(usage, 'input_tokens'),
    cachedInput: numberAt(usage, 'cached_input_tokens'),
    cacheWrite: null,
    output: numberAt(usage, 'output_tokens'),
    reasoning: numberAt(usage, 'reasoning_tokens'),
  };
  if (fields.is_error === true) draft.problem = problemOfStatus(numberAt(fields, 'status'), text);
}
