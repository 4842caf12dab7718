import { groupThousands } from '../../base/text/group-thousands.js';
import type { ExecutionPruneOutput } from '../../operations/execution/outputs.js';
import { previewPruning, pruneExecutions } from '../../operations/execution/prune-executions.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { confirmed } from '../confirmed.js';
import { exitCode } from '../exit-code.js';
import { isoDate } from '../render/time.js';
import { UsageError } from '../usage-error.js';
import type { prune } from './prune.js';

export async function run(context: CommandContext, { options }: InputOf<typeof prune>): Promise<number> {
  const limits = limitsFrom(options);
  const deps = await context.openDatabase();
  const preview = await previewPruning(deps, limits);
  if (options['dry-run'] || preview.executions === 0) {
    context.print(preview, () => `${counted(preview)} would be removed.\n`);
    return exitCode.done;
  }
  const question = `Remove ${counted(preview)} for good?`;
  if (!(await confirmed(context, question))) return exitCode.failed;
  const output = await pruneExecutions(deps, limits);
  context.print(output, () => `${counted(output)} ${output.executions === 1 ? 'is' : 'are'} removed.\n`);
  return exitCode.done;
}

/** @throws UsageError when no age is given: everything would go */
function limitsFrom(options: InputOf<typeof prune>['options']) {
  const before = options['older-than'];
  if (before === undefined) {
    throw new UsageError('Say how old executions have to be.', {
      hint: 'With --older-than and a date, or a time back.',
      next: 'prompt-runner execution prune --older-than 90d --dry-run',
    });
  }
  return {
    before,
    which: options.failed ? ('failed' as const) : ('all' as const),
    ofSessions: options['with-sessions'] ? ('remove' as const) : ('keep' as const),
  };
}

function counted({ executions, before }: ExecutionPruneOutput): string {
  const what = executions === 1 ? 'execution' : 'executions';
  return `${executions === 0 ? 'No' : groupThousands(executions)} ${what} from before ${isoDate(before)}`;
}
