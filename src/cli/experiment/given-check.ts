import { checkKinds } from '../../operations/experiment/vocabulary.js';
import type { CommandContext } from '../command-context.js';
import { readNamed } from '../input/read-named.js';
import { UsageError } from '../usage-error.js';

/**
 * Reads what stands after `--check`: `[NAME=]KIND[:TEXT]`, and the file that it names.
 *
 * @throws UsageError, and what reading the file does
 */
export async function givenCheck(context: CommandContext, typed: string) {
  const { name, kind: word, text } = partsOf(typed);
  const kind = checkKinds.find((one) => one === word);
  if (kind === undefined) {
    throw new UsageError(`There is no check "${word}".`, { hint: `There are ${checkKinds.join(', ')}.` });
  }
  if (kind === 'regex') return { kind, name, pattern: text };
  if (kind !== 'json-schema') return { kind, name, wanted: text };
  if (text === undefined) return { kind, name };
  return { kind, name, schema: await readNamed(context, 'the schema', text) };
}

/** What stands behind the first colon is the text, whatever is in it. */
export function partsOf(typed: string) {
  const colon = typed.indexOf(':');
  const head = colon < 0 ? typed : typed.slice(0, colon);
  const text = colon < 0 ? undefined : typed.slice(colon + 1);
  const equals = head.indexOf('=');
  const name = equals < 0 ? undefined : head.slice(0, equals);
  return { name, kind: head.slice(equals + 1), text };
}
