import type { ModelMessage, ModelRequest } from '../spec/model-request.js';
import type { FakeCondition, FakeReply, FakeRule } from './fake-script.js';

/** The rules of a script, and how often each has answered. */
export class FakeConversation {
  readonly #rules: readonly FakeRule[];
  readonly #answered = new Map<FakeRule, number>();
  #calls = 0;

  constructor(rules: readonly FakeRule[]) {
    this.#rules = rules;
  }

  /** The reply to a request; null when no rule fits. */
  next({ messages }: ModelRequest): FakeReply | null {
    const call = ++this.#calls;
    const text = messages.map(textOf).join('\n');
    const rule = this.#rules.find(({ when }) => holds(when, text, call));
    if (rule === undefined) return null;
    const times = this.#answered.get(rule) ?? 0;
    this.#answered.set(rule, times + 1);
    return rule.replies[Math.min(times, rule.replies.length - 1)] ?? rule.replies[0];
  }
}

function holds({ contains, matches, call }: FakeCondition, text: string, calls: number): boolean {
  return (
    (contains === null || text.includes(contains)) &&
    (matches === null || matches.test(text)) &&
    (call === null || call === calls)
  );
}

function textOf(message: ModelMessage): string {
  return message.role === 'tool' ? message.results.map(({ text }) => text).join('\n') : message.text;
}
