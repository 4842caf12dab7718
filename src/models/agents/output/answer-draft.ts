import { redactSecrets } from '../../../base/text/secrets.js';
import { forTerminalLine } from '../../../base/text/terminal-text.js';
import {
  type FinishReason,
  type ModelAnswer,
  type TokenUsage,
  unknownUsage,
} from '../../spec/model-answer.js';
import type { Json } from '../../spec/model-request.js';
import type { CallWatch } from '../../spec/open-model.js';
import type { ReportedProblem } from './reported-problem.js';
import { type AgentToolUse, inFolder, toolActivity } from './tool-activity.js';

const ACTIVITY_CHARACTERS = 200;
/** Tool uses that are kept word by word; the others are counted. */
const KEPT_TOOL_USES = 500;

/**
 * What an agent has said and done so far. Its answer is what it said last; what it said on the way, between
 * its tools, is kept beside it.
 */
export class AnswerDraft {
  /** What it declares to be its answer; null when it declares nothing. */
  result: string | null = null;
  model: string | null = null;
  session: string | null = null;
  usage: TokenUsage = unknownUsage;
  /** US dollars; null when it does not say. */
  cost: number | null = null;
  finishReason: FinishReason = 'stop';
  /** Whether it said that it is done. */
  finished = false;
  problem: ReportedProblem | null = null;

  readonly #watch: CallWatch;
  readonly #folder: string;
  readonly #messages: string[] = [];
  readonly #thoughts: string[] = [];
  readonly #toolUses: string[] = [];
  readonly #changedFiles = new Set<string>();
  /** Paths by the id of the tool's use. */
  readonly #expectedChanges = new Map<string, string>();
  #toolUseCount = 0;
  #open = false;

  constructor(watch: CallWatch, folder: string) {
    this.#watch = watch;
    this.#folder = folder;
  }

  get toolUseCount(): number {
    return this.#toolUseCount;
  }

  /** A message of its own. */
  addMessage(text: string): void {
    this.#close();
    this.#messages.push(text);
    this.#open = true;
  }

  /** More of the message that it is at, or a new one after a tool. */
  extendMessage(text: string, separator: string): void {
    if (this.#open) this.#messages.push(`${this.#messages.pop() ?? ''}${separator}${text}`);
    else this.addMessage(text);
  }

  addThought(text: string): void {
    this.#thoughts.push(text);
  }

  useTool(tool: AgentToolUse): void {
    this.#close();
    const line = toolActivity(tool, this.#folder);
    this.#toolUseCount++;
    if (this.#toolUses.length < KEPT_TOOL_USES) this.#toolUses.push(shortLine(line));
    this.tell(line);
  }

  changeFile(path: string): void {
    this.#changedFiles.add(inFolder(path, this.#folder));
  }

  /** A change that a tool is about to make. */
  expectChange(toolUse: string, path: string): void {
    this.#expectedChanges.set(toolUse, path);
  }

  /** What became of a tool's use: a change that it was to make is made, or is not. */
  endToolUse(toolUse: string, succeeded: boolean): void {
    const path = this.#expectedChanges.get(toolUse);
    if (succeeded && path !== undefined) this.changeFile(path);
    this.#expectedChanges.delete(toolUse);
  }

  /** Tells whoever watches, in one line that a terminal may show. */
  tell(line: string): void {
    this.#watch.onActivity?.(shortLine(line));
  }

  /** The answer as far as it has come. */
  answer(warnings: readonly string[]): ModelAnswer {
    return {
      text: this.result ?? this.#messages.at(-1) ?? '',
      reasoning: this.#thoughts.join('\n\n'),
      toolCalls: [],
      finishReason: this.finishReason,
      usage: this.usage,
      model: this.model,
      requestId: null,
      reportedCost: this.cost,
      details: this.#details(),
      warnings,
    };
  }

  /** A message that turns out not to be the last one is told as what the agent does. */
  #close(): void {
    if (this.#open) this.tell(`says: ${this.#messages.at(-1) ?? ''}`);
    this.#open = false;
  }

  #details(): { readonly [key: string]: Json } {
    // The last message is the answer, unless the agent declares another one.
    const earlier =
      this.result === null || this.result === this.#messages.at(-1)
        ? this.#messages.slice(0, -1)
        : this.#messages;
    return {
      session_id: this.session,
      changed_files: [...this.#changedFiles].sort(),
      tool_uses: this.#toolUses,
      tool_use_count: this.#toolUseCount,
      earlier_messages: earlier,
    };
  }
}

function shortLine(text: string): string {
  // Only what can be seen is looked at: a tool's input may be a whole file.
  const line = forTerminalLine(redactSecrets(text.slice(0, 4 * ACTIVITY_CHARACTERS)));
  return line.length <= ACTIVITY_CHARACTERS ? line : `${line.slice(0, ACTIVITY_CHARACTERS - 1)}…`;
}
