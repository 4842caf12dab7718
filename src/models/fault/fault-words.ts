import type { Remedy } from '../../base/errors.js';
import type { FaultClass } from '../spec/model-fault.js';

/** What happened, to stand behind "failed:". */
const whatHappened: Readonly<Record<Exclude<FaultClass, 'aborted'>, string>> = {
  'rate-limited': 'too many calls for now, or none left',
  overloaded: 'the provider has trouble of its own',
  timeout: 'no answer came in time',
  connection: 'the server was not reached, or the connection was cut off',
  truncated: 'the answer broke off before its end',
  malformed: 'what came is no answer as the provider promises it',
  empty: 'an answer came, and nothing was in it',
  'too-large': 'more came than is taken',
  auth: 'the key was not accepted',
  'not-found': 'there is no such model, or nothing at that address',
  'bad-request': 'the provider does not take the request',
  refused: "the provider's filter kept the answer back",
  'agent-failed': 'the agent ended with an error',
  'agent-missing': 'there is no such program',
};

const hints: Readonly<Record<FaultClass, string>> = {
  'rate-limited': 'Wait a little, ask less at a time, or look at what the account may still spend.',
  overloaded: 'Try again later, or take another model.',
  timeout: 'Try again, or give the provider a longer timeout_seconds in models.yaml.',
  connection: 'Look at the network and at the address of the provider.',
  truncated: 'Try again; what had come is kept.',
  malformed: 'Try again, or look at the address: something else may answer there.',
  empty: 'Try again, or take another model.',
  'too-large': 'Ask for less, or set a limit to the output tokens.',
  auth: 'Look at the key: whether it is whole, still valid, and may use this model.',
  'not-found': 'Look at the name of the model and at the address of the provider.',
  'bad-request': 'Mend what the provider names: a parameter, the size of the prompt, the kind of a file.',
  refused: 'Word the prompt otherwise, or take another model.',
  'agent-failed': 'Look at what the agent says.',
  'agent-missing': 'Install it, or take another model.',
  aborted: 'Ask again for the whole answer.',
};

/** What is known of a call that brought no whole answer. */
interface EndOfCall {
  readonly fault: FaultClass;
  /** In place of the usual words. */
  readonly why?: string | undefined;
  /** The status of the provider's answer; null when it says nothing. */
  readonly status: number | null;
}

/**
 * What became of a call, a sentence. One that somebody ended did not fail.
 *
 * @param model as people write it
 * @example whatBecameOf('openai:gpt-5', { fault: 'overloaded', status: 503 })
 */
export function whatBecameOf(model: string, { fault, why, status }: EndOfCall): string {
  if (fault === 'aborted') return `The call to ${model} was ended before its answer was whole.`;
  const code = status === null ? '' : ` (${status})`;
  return `The call to ${model} failed: ${why ?? whatHappened[fault]}${code}.`;
}

/** What can be done about it. */
export function remedyFor(fault: FaultClass): Remedy {
  return fault === 'auth' || fault === 'not-found'
    ? { hint: hints[fault], next: 'prompt-runner model list' }
    : { hint: hints[fault] };
}
