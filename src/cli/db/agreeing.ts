import type { Agree } from '../../operations/db/replace-contents.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';

/** Asks before what is in a store is replaced. */
export function agreeing(context: CommandContext): Agree {
  return ({ location, kept, file }) =>
    confirmed(
      context,
      `Put ${file} in the place of all that is in ${location}? What is there is kept in ${kept}`,
    );
}
