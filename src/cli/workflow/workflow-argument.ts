import type { CommandContext } from '../command-context.js';
import { readNamed, STDIN } from '../input/read-named.js';

/** A workflow of the library, or a file. */
export const workflowArgument = {
  workflow: {
    required: true,
    description: 'A name (review, review@3), or a file that ends in .yaml or .yml; - is standard input.',
    completes: 'file',
  },
} as const;

/** The workflow that was named, or the text of the file. */
export async function givenWorkflow(context: CommandContext, named: string) {
  return isFile(named) ? { file: await readNamed(context, 'the workflow', named) } : { named };
}

function isFile(named: string): boolean {
  return named === STDIN || /\.ya?ml$/i.test(named);
}
