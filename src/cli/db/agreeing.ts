import type { Agree } from '../../operations/db/replace-contents.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import type { Aside } from '../render/progress.js';

/** Asks before what is in a store is replaced, beside the progress that is shown. */
export function agreeing(context: CommandContext, aside: Aside): Agree {
  return ({ location, kept, file }) =>
    aside(() =>
      confirmed(
        context,
        `Put ${file} in the place of all that is in ${location}? What is there is kept in ${kept}`,
      ),
    );
}
