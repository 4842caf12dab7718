import { PromptRunnerError } from '../base/errors.js';
import { closestName } from '../base/text/closest-name.js';
import type { Command, CommandGroup, ParsedArguments } from './command.js';
import { type CliHost, CommandContext, type CommonValues } from './command-context.js';
import { exitCode, exitCodeOf } from './exit-code.js';
import { groups, singleCommands } from './groups.js';
import { parseArguments } from './parse-arguments.js';
import type { Streams } from './streams.js';
import { UsageError } from './usage-error.js';

/** Finds the command that the words name, runs it, and puts an expected failure into words. */
export async function runCommandLine(words: readonly string[], host: CliHost): Promise<number> {
  const streams = host.streams({ colour: !words.includes('--no-color') });
  try {
    return await dispatch(words, host, streams);
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    const { errorDocument, renderError } = await import('./render/error-view.js');
    if (words.includes('--json')) streams.stdout.write(`${JSON.stringify(errorDocument(error), null, 2)}\n`);
    else streams.stderr.write(renderError(error, streams.stderr));
    return exitCodeOf(error.kind);
  }
}

async function dispatch(words: readonly string[], host: CliHost, streams: Streams): Promise<number> {
  const [groupName = '', commandName, ...rest] = words;
  const single = singleCommands.find(({ name }) => name === groupName);
  if (single !== undefined) {
    return runCommand(await single.load(), `prompt-runner ${single.name}`, words.slice(1), host, streams);
  }
  const entry = groups.find(({ name, aliases }) => name === groupName || aliases.includes(groupName));
  if (entry === undefined) throw await (await import('./unknown-command.js')).unknownCommand(words);
  const group = await entry.load();
  if (commandName === undefined || commandName.startsWith('-')) {
    return groupPage(group, commandName, streams);
  }
  const command = findCommand(group, commandName);
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
  return command.execute(new CommandContext(host, streams, commonValues(parsed)), parsed);
}

async function groupPage(group: CommandGroup, word: string | undefined, streams: Streams): Promise<number> {
  if (word !== undefined && word !== '--help' && word !== '-h') {
    throw new UsageError(`prompt-runner ${group.name} needs a command before "${word}".`, {
      next: `prompt-runner ${group.name} --help`,
    });
  }
  const { groupHelp } = await import('./group-help.js');
  const page = groupHelp(group, streams.stdout);
  streams.stdout.write(page);
  return exitCode.done;
}

function findCommand(group: CommandGroup, name: string): Command {
  const found = group.commands.find((command) => command.name === name);
  if (found !== undefined) return found;
  const nearest = closestName(
    name,
    group.commands.map((command) => command.name),
  );
  throw new UsageError(`prompt-runner ${group.name} has no command "${name}".`, {
    hint: nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
    next: `prompt-runner ${group.name} --help`,
  });
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
