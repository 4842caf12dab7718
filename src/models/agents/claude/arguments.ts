import type { AgentCommand, Assignment } from '../coding-agent.js';

/**
 * Looking is held to by the tools that it is given, not by its plan mode: that one has it write a plan to a
 * file and follow phases of its own, whatever was asked. Servers of tools (MCP) might write, so it gets none.
 * Hooks are commands: without a terminal it asks nobody whether those of the repository may run, so that only
 * the settings of the person count.
 */
const READING = [
  ...['--permission-mode', 'dontAsk', '--tools', 'Read,Glob,Grep', '--strict-mcp-config'],
  ...['--setting-sources', 'user'],
] as const;

/** Files in the folder are edited without asking; commands run as far as a person's own settings allow them. */
const WRITING = ['--permission-mode', 'acceptEdits'] as const;

/** Claude Code without a terminal: the prompt comes by stdin, events go to stdout. */
export function claudeCommand({ model, prompt, task, schema }: Assignment): AgentCommand {
  return {
    argv: [
      'claude',
      '-p',
      '--output-format',
      'stream-json',
      '--verbose',
      ...(task.access === 'write' ? WRITING : READING),
      ...(model === '' ? [] : ['--model', model]),
      ...(task.maxCost === undefined ? [] : ['--max-budget-usd', String(task.maxCost)]),
      ...(schema === null ? [] : ['--json-schema', JSON.stringify(schema)]),
    ],
    input: prompt,
  };
}
