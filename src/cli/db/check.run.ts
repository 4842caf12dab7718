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

function render({ location, findings }: DbCheckOutput, stream: OutputStream): string {
  const head = findings.length === 0 ? `${location} is sound.` : `${location} is not as it should be.`;
  const advice =
    'A backup shows what was there (.bak beside a file); prompt-runner db restore puts one back.';
  return [head, ...findings.map(({ says }) => says), ...(findings.length === 0 ? [] : [advice])]
    .map((line) => sentence(line, stream))
    .join('');
}
