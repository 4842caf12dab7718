import { packageVersion } from '../base/package-root.js';
import type { CliHost } from './command-context.js';
import { exitCode } from './exit-code.js';
import { rootHelp } from './root-help.js';

const helpWords: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

/**
 * Runs one command line and gives its exit code. The version and the first help page load nothing else.
 *
 * @param words the command line without `node` and the program
 */
export async function main(words: readonly string[], host: CliHost): Promise<number> {
  const [first] = words;
  if (first === '--version' || first === '-V') return say(host, `${packageVersion()}\n`);
  if (first === undefined || (helpWords.has(first) && words.length === 1)) return say(host, rootHelp());
  if (first === 'complete') return (await import('./completion/complete.js')).complete(words.slice(1), host);
  const { runCommandLine } = await import('./run-command-line.js');
  return runCommandLine(helpWords.has(first) ? [...words.slice(1), '--help'] : words, host);
}

function say(host: CliHost, text: string): number {
  host.streams({ colour: true }).stdout.write(text);
  return exitCode.done;
}
