import { forTerminalLine } from '../../base/text/terminal-text.js';
import { testModel } from '../../operations/model/test-model.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { withProgress } from '../render/progress.js';
import { styleFor } from '../render/style.js';
import { truncate } from '../render/truncate.js';
import { tellAbout } from '../run/one-answer.js';
import type { test } from './test.js';

/** In cells: what is asked for is one word. */
const LONGEST_ANSWER = 200;

export async function run(
  context: CommandContext,
  { arguments: given, options }: InputOf<typeof test>,
): Promise<number> {
  const deps = await context.openDatabase();
  const output = await withProgress(context.streams.stderr, 'asking', () =>
    context.interruptible((signal) =>
      testModel({ ...deps, watch: { signal } }, { model: given.name, timeoutSeconds: options.timeout }),
    ),
  );
  context.print(output, (stream) => {
    const answer = truncate(forTerminalLine(output.text), LONGEST_ANSWER);
    return `${styleFor(stream).green('It answers:')} ${answer}\n`;
  });
  tellAbout(context, output);
  return exitCode.done;
}
