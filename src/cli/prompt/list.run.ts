import { listPrompts } from '../../operations/prompt/list-prompts.js';
import { inSamePlace } from '../../operations/same-place.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { givenRange } from './given-options.js';
import type { list } from './list.js';
import { renderPromptList } from './prompt-list.js';

export async function run(context: CommandContext, { options }: InputOf<typeof list>): Promise<number> {
  const { category, kind, type, tag, label, templates, deleted, limit, sort, cursor } = options;
  const filter = {
    category,
    kind,
    featureType: type,
    tag,
    label,
    isTemplate: templates || undefined,
    isDeleted: deleted || undefined,
  };
  const range = givenRange(options);
  const deps = await context.open();
  const output = await listPrompts(deps, { ...filter, range, limit, sort, cursor });
  const isNarrowed = range !== 'here' || Object.values(filter).some((value) => value !== undefined);
  context.print(output, (stream) => {
    if (output.total > 0) return renderPromptList(output, context.now, stream);
    const [said, command] = isNarrowed
      ? ['No prompt is like this.', 'prompt-runner prompt list --all']
      : ['No prompts yet.', 'prompt-runner prompt create my-prompt --edit'];
    return `${said}\n${nextLine(inSamePlace(deps, { next: command }).next, stream)}`;
  });
  return exitCode.done;
}
