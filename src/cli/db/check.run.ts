import { shellWord } from '../../base/text/shell-word.js';
import { dbCheck } from '../../operations/db/db-check.js';
import type { DbCheckOutput } from '../../operations/db/outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { sentence } from '../render/next-line.js';
import { withProgress } from '../render/progress.js';
import type { OutputStream } from '../streams.js';

export async function run(context: CommandContext): Promise<number> {
  const deps = await context.openAsItIs();
  const output = await withProgress(context.streams.stderr, 'checking', (report) =>
    dbCheck(deps, { report }),
  );
  context.print(output, (stream) => render(output, stream));
  return output.sound ? exitCode.done : exitCode.failed;
}

function render(output: DbCheckOutput, stream: OutputStream): string {
  const { location, sound, findings } = output;
  if (sound) return sentence(`${location} is sound.`, stream);
  return [`${location} is not as it should be.`, ...findings.map(({ says }) => says), advice(output)]
    .map((line) => sentence(line, stream))
    .join('');
}

function advice({ location, backup }: DbCheckOutput): string {
  const restoring = 'prompt-runner db restore';
  return backup === null
    ? `A backup shows what was there; ${restoring} FILE puts one back.`
    : `The newest backup shows what was there; this puts it back: ${restoring} ${shellWord(backup)} --db ${shellWord(location)}`;
}
