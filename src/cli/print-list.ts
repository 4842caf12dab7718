import { inSamePlace } from '../operations/same-place.js';
import type { CommandContext } from './command-context.js';
import { nextLine } from './render/next-line.js';
import type { OutputStream } from './streams.js';

/** How a list looks. */
interface ListLook {
  /** What is on the page. */
  readonly rows: readonly unknown[];
  readonly page: (now: Date, stream: OutputStream) => string;
  /** What is said where nothing is on it. */
  readonly nothing: string;
  /** The command that brings something in, or finds more. */
  readonly next: string;
}

/** Prints a page of a list; where it is empty, what to do about it. */
export function printList(context: CommandContext, deps: unknown, output: unknown, look: ListLook): void {
  context.print(output, (stream) =>
    look.rows.length > 0
      ? look.page(context.now, stream)
      : `${look.nothing}\n${nextLine(inSamePlace(deps, { next: look.next }).next, stream)}`,
  );
}
