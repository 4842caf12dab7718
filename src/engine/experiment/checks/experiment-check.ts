import type { Check } from './check.js';

/** What an answer may take at most; both ends hold. */
export type BoundRule =
  /** In US dollars. */
  | { readonly kind: 'cost'; readonly most: number }
  /** In milliseconds. */
  | { readonly kind: 'latency'; readonly most: number };

/** A program reads the answer, and ends with 0 when it holds. No shell reads the command. */
export interface CommandRule {
  readonly kind: 'command';
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** A model says which of two answers to the same row is better, the control's or the variant's. */
export interface JudgeRule {
  readonly kind: 'judge';
  /** By what it judges, in the words of the experiment's author. */
  readonly criterion: string;
  /** `provider:model`; null for the one that is used where it runs. */
  readonly model: string | null;
  /** The column in which a person says which variant is better; null when there is none. */
  readonly agree: string | null;
}

/** A check of what an answer is, what it took, or what others say of it. */
export interface ExperimentCheck {
  readonly name: string;
  readonly rule: Check['rule'] | BoundRule | CommandRule | JudgeRule;
}

export type CommandCheck = ExperimentCheck & { readonly rule: CommandRule };
export type JudgeCheck = ExperimentCheck & { readonly rule: JudgeRule };

export const experimentCheckKinds = [
  'equals',
  'contains',
  'regex',
  'similarity',
  'json-schema',
  'cost',
  'latency',
  'command',
  'judge',
] as const satisfies readonly ExperimentCheck['rule']['kind'][];

/** Whether the text of an answer is enough for it. */
export function isTextCheck(check: ExperimentCheck): check is Check {
  const { kind } = check.rule;
  return kind !== 'cost' && kind !== 'latency' && kind !== 'command' && kind !== 'judge';
}

export function isCommandCheck(check: ExperimentCheck): check is CommandCheck {
  return check.rule.kind === 'command';
}

export function isJudgeCheck(check: ExperimentCheck): check is JudgeCheck {
  return check.rule.kind === 'judge';
}

/** Whether a check gives only 0 or 1. */
export function isYesOrNo({ rule }: ExperimentCheck): boolean {
  return rule.kind !== 'similarity' && rule.kind !== 'judge';
}
