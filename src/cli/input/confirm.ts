import { styleFor } from '../render/style.js';
import type { InputStream, Streams } from '../streams.js';
import { ConfirmationNeededError, InterruptedError } from './errors.js';

type Answer = 'yes' | 'no' | 'interrupt';

/** What each key answers; Enter takes the careful way. Other keys are not an answer. */
const answers: ReadonlyMap<string, Answer> = new Map([
  ['y', 'yes'],
  ['Y', 'yes'],
  ['n', 'no'],
  ['N', 'no'],
  ['\r', 'no'],
  ['\n', 'no'],
  ['\u0004', 'no'],
  ['\u0003', 'interrupt'],
]);

/**
 * Asks a question that one key answers: y for yes, n or Enter for no.
 *
 * @param question ends with a question mark and says what will be lost or changed
 * @throws {ConfirmationNeededError} when there is no terminal to ask on; it never waits for one
 * @throws {InterruptedError} on Ctrl-C
 * @example if (await confirm('Delete session s4k2… and its 3 answers?', streams)) …
 */
export async function confirm(question: string, { stdin, stderr }: Streams): Promise<boolean> {
  if (!stdin.isTerminal || !stderr.isTerminal) throw new ConfirmationNeededError(question);
  const { bold, dim } = styleFor(stderr);
  stderr.write(`${bold(question)} ${dim('[y/N]')} `);
  const answer = await nextAnswer(stdin);
  stderr.write(answer === 'interrupt' ? '\n' : `${answer}\n`);
  if (answer === 'interrupt') throw new InterruptedError();
  return answer === 'yes';
}

function nextAnswer(stdin: InputStream): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      stop();
      resolve(answer);
    };
    const onKeys = (keys: string) => {
      const answer = firstAnswer(keys);
      if (answer !== undefined) settle(answer);
    };
    const stop = stdin.readKeys({ onKeys, onEnd: () => settle('no') });
  });
}

function firstAnswer(keys: string): Answer | undefined {
  for (const key of keys) {
    const answer = answers.get(key);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
