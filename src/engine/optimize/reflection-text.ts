import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import { compile } from '../../templates/index.js';
import type { SearchSettings } from './optimization.js';
import type { ReflectionPrompts } from './reflection-prompts.js';
import type { Lesson } from './search/lessons.js';
import type { RowResult } from './search/row-result.js';

/** Of a value, more is not shown. */
const LONGEST_VALUE = 2000;
const SHORTEST_FENCE = 6;

/** What the reflecting model is shown of an answer. */
interface Example {
  readonly inputs: readonly { readonly name: string; readonly text: string }[];
  readonly answer: string | null;
  readonly expected: string | null;
  readonly score: string;
  readonly checks: readonly {
    readonly name: string;
    readonly score: string;
    readonly feedback: string | null;
  }[];
}

/** A template with what came of it, as it is shown. */
interface Shown {
  readonly template: string;
  readonly examples: readonly Example[];
}

/** Words the questions for the reflecting model. What rows and models say is only ever printed, within fences. */
export class ReflectionText {
  readonly #prompts: ReflectionPrompts;
  readonly #goal: SearchSettings['goal'];

  constructor(prompts: ReflectionPrompts, goal: SearchSettings['goal']) {
    this.#prompts = prompts;
    this.#goal = goal;
  }

  /** @param refusals why proposals before were not tried, the latest last */
  reflect(lesson: Lesson, refusals: readonly string[]): string {
    return this.#render(this.#prompts.reflect, [shown(lesson)], { refusals });
  }

  merge(one: Lesson, other: Lesson, refusals: readonly string[]): string {
    return this.#render(this.#prompts.merge, [shown(one), shown(other)], { refusals });
  }

  /** @param number which of several tries it is, from 1: each is to bring forth another text */
  rewrite(template: string, number: number): string {
    return this.#render(this.#prompts.rewrite, [{ template, examples: [] }], { number });
  }

  #render(prompt: string, prompts: readonly Shown[], more: Readonly<Record<string, unknown>>): string {
    const fence = '`'.repeat(longestRun(JSON.stringify(prompts)) + 1);
    const wantsCheaper = this.#goal === 'score-then-cost';
    const broughtIn = new Map([
      ['examples', this.#prompts.examples],
      ['rules', this.#prompts.rules],
    ]);
    const template = compile(prompt, { undefined: 'strict', loader: (name) => broughtIn.get(name) });
    return template.render({ prompts, fence, wants_cheaper: wantsCheaper, refusals: [], ...more });
  }
}

function shown({ member, results }: Lesson): Shown {
  return { template: member.template, examples: results.map(exampleOf) };
}

function exampleOf({ row, answer, score, checks }: RowResult): Example {
  return {
    inputs: Object.entries(row.input).map(([name, value]) => ({
      name,
      text: cut(typeof value === 'string' ? value : JSON.stringify(value)),
    })),
    // A credential that the model came up with is nobody else's business; it is looked for before the text is cut.
    answer: answer === null ? null : cut(redactSecrets(forTerminal(answer))),
    expected: row.expected === null ? null : cut(row.expected),
    score: figure(score),
    checks: checks.map(({ check, score: of, feedback }) => ({
      name: check,
      score: figure(of),
      feedback: feedback === null ? null : cut(feedback),
    })),
  };
}

function cut(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)} …`;
}

function figure(score: number): string {
  return String(Math.round(score * 100) / 100);
}

/** Of backticks, and no shorter than what models are used to. */
function longestRun(text: string): number {
  const runs = text.match(/`+/g) ?? [];
  return runs.reduce((longest, run) => Math.max(longest, run.length), SHORTEST_FENCE - 1);
}
