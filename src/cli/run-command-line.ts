import { PromptRunnerError } from '../base/errors.js';
import type { Command, CommandGroup, ParsedArguments } from './command.js';
import { type CliHost, CommandContext, type CommonValues } from './command-context.js';
import { exitCode, exitCodeOf } from './exit-code.js';
import { groupNamed, singleCommands } from './groups.js';
import { parseArguments } from './parse-arguments.js';
import type { Streams } from './streams.js';

/**
 * Finds the command that the words name, runs it, and puts an expected failure into words. A fault of the program
 * goes on to the caller.
 */
export async function runCommandLine(words: readonly string[], host: CliHost): Promise<number> {
  const streams = host.streams({ colour: !words.includes('--no-color') });
  try {
    return await dispatch(words, host, streams);
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) {
      if (words.includes('--json')) await tellFault(error, streams);
      throw error;
    }
    const { errorDocument, renderError } = await import('./render/error-view.js');
    if (words.includes('--json')) streams.stdout.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`);
    else streams.stderr.write(renderError(error, streams.stderr));
    return exitCodeOf(error.kind);
  }
}

/** Whoever reads documents gets one of a fault, too; the words for people are the caller's. */
async function tellFault(error: unknown, { stdout }: Streams): Promise<void> {
  const { faultDocument } = await import('./render/fault-view.js');
  const document = faultDocument(error);
  if (document !== null) stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

async function dispatch(words: readonly string[], host: CliHost, streams: Streams): Promise<number> {
  const single = singleCommands.find(({ name }) => name === words[0]);
  if (single !== undefined) {
    return runCommand(await single.load(), `prompt-runner ${single.name}`, words.slice(1), host, streams);
  }
  const named = groupNamed(words);
  if (named === undefined) throw await (await import('./unknown-command.js')).unknownCommand(words);
  const [commandName, ...rest] = named.rest;
  const group = await named.entry.load();
  if (commandName === undefined || commandName.startsWith('-')) {
    return groupPage(group, named.rest, streams);
  }
  const command = group.commands.find(({ name }) => name === commandName);
  if (command === undefined) {
    throw (await import('./unknown-command.js')).commandNotInGroup(group, commandName, rest);
  }
  return runCommand(command, `prompt-runner ${group.name} ${command.name}`, rest, host, streams);
}

async function runCommand(
  command: Command,
  path: string,
  words: readonly string[],
  host: CliHost,
  streams: Streams,
): Promise<number> {
  const parsed = parseArguments(command, words, path, host.now());
  if (parsed.options.help === true) {
    const { commandHelp } = await import('./command-help.js');
    streams.stdout.write(commandHelp(command, path, streams.stdout));
    return exitCode.done;
  }
  try {
    return await command.execute(new CommandContext(host, streams, commonValues(parsed)), parsed);
  } catch (error) {
    throw withHelp(error, path);
  }
}

/** What an operation refuses was given on the command line: its help says what may be given. */
function withHelp(error: unknown, path: string): unknown {
  if (!(error instanceof PromptRunnerError) || error.code !== 'INVALID_INPUT') return error;
  return error.withRemedy({ next: `${path} --help`, ...error.remedy });
}

async function groupPage(group: CommandGroup, words: readonly string[], streams: Streams): Promise<number> {
  const [word] = words;
  if (word !== undefined && word !== '--help' && word !== '-h') {
    throw (await import('./unknown-command.js')).commandMissing(group, words);
  }
  const { groupHelp } = await import('./group-help.js');
  const page = groupHelp(group, streams.stdout);
  streams.stdout.write(page);
  return exitCode.done;
}

function commonValues({ options }: ParsedArguments): CommonValues {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined);
  const flag = (name: string) => options[name] === true;
  return {
    json: flag('json'),
    project: text('project'),
    db: text('db'),
    workspace: text('workspace'),
    useDb: flag('use-db'),
    quiet: flag('quiet'),
    verbose: flag('verbose'),
    yes: flag('yes'),
  };
}
