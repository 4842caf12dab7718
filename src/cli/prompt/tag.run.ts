import { groupThousands } from '../../base/text/group-thousands.js';
import { listTags } from '../../operations/prompt/list-tags.js';
import { tagPrompt } from '../../operations/prompt/tag-prompt.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { renderTable } from '../render/table.js';
import { UsageError } from '../usage-error.js';
import { givenRange } from './given-options.js';
import type { tag } from './tag.js';
import { printWritten } from './written-page.js';

type Input = InputOf<typeof tag>;

export async function run(context: CommandContext, input: Input): Promise<number> {
  const { arguments: given, options } = input;
  const { add, remove } = options;
  const isChange = add.length + remove.length > 0;
  if (given.prompt === undefined && !isChange) return list(context, input);
  if (given.prompt === undefined || !isChange) {
    throw new UsageError(
      isChange ? 'Which prompt is meant was not said.' : 'Which tags are meant was not said.',
      {
        hint: 'Name a prompt, and give --add or --remove; "prompt show" has the tags of one.',
        next: 'prompt-runner prompt tag --help',
      },
    );
  }
  const output = await tagPrompt(await context.open(), {
    prompt: given.prompt,
    add: [...add],
    remove: [...remove],
  });
  const tags = output.prompt.tags.length === 0 ? 'no tags' : `the tags ${output.prompt.tags.join(', ')}`;
  return printWritten(context, output, `has ${tags} now`);
}

async function list(context: CommandContext, { options }: Input): Promise<number> {
  const output = await listTags(await context.open(), { range: givenRange(options) });
  context.print(output, (stream) => {
    if (output.tags.length === 0) return 'No prompt has a tag.\n';
    return renderTable(
      output.tags,
      [
        { header: 'Tag', cell: (row) => row.tag },
        { header: 'Prompts', align: 'right', cell: ({ prompts }) => groupThousands(prompts) },
      ],
      stream,
    );
  });
  return exitCode.done;
}
