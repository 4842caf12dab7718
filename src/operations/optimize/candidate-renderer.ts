import type { ItemInput } from '../../engine/batch/batch.js';
import type { ModelMessage } from '../../models/spec/model-request.js';
import type { PromptContent } from '../../prompts/prompt-content.js';
import { type FoundVersion, type RowRenderer, rowRenderer } from '../batch/row-renderer.js';
import type { Deps } from '../deps.js';
import type { OptimizationQuestion } from './optimization-question.js';

/** More candidates are hardly ever asked at the same time. */
const MOST_KEPT = 50;

/**
 * The content of a prompt with another text for one of its messages.
 *
 * @param message from 1
 */
export function withTemplate(content: PromptContent, message: number, template: string): PromptContent {
  const messages = content.messages.map((one, at) => (at === message - 1 ? { ...one, text: template } : one));
  return { ...content, messages };
}

/** Puts rows into a prompt that has another text for one of its messages; each text is compiled once. */
export class CandidateRenderer {
  readonly #deps: Deps;
  readonly #found: FoundVersion;
  readonly #message: number;
  readonly #question: OptimizationQuestion;
  readonly #renderers = new Map<string, Promise<RowRenderer>>();

  constructor(deps: Deps, found: FoundVersion, message: number, question: OptimizationQuestion) {
    this.#deps = deps;
    this.#found = found;
    this.#message = message;
    this.#question = question;
  }

  /** @throws what rendering a row does */
  async render(template: string, input: ItemInput): Promise<readonly ModelMessage[]> {
    return (await this.#rendererOf(template)).render(input);
  }

  #rendererOf(template: string): Promise<RowRenderer> {
    const known = this.#renderers.get(template);
    if (known !== undefined) return known;
    const { version } = this.#found;
    const content = withTemplate(version.content, this.#message, template);
    const renderer = rowRenderer(
      this.#deps,
      { ...this.#found, version: { ...version, content } },
      this.#question,
    );
    const [oldest] = this.#renderers.keys();
    if (oldest !== undefined && this.#renderers.size >= MOST_KEPT) this.#renderers.delete(oldest);
    this.#renderers.set(template, renderer);
    return renderer;
  }
}
