import type { CodingAgent } from '../coding-agent.js';
import { execArguments } from './arguments.js';
import { ExecReader } from './read-output.js';

/**
 * Any command as an agent: it reads the prompt from stdin, and its answer is what it prints (see `ExecReader`
 * for what more it can tell). It runs in the folder of the task, with the rights of whoever runs it: that it
 * only reads there is its own business.
 */
export function execAgent(commandLine: string, cwd: string): CodingAgent {
  const argv = execArguments(commandLine, cwd);
  return {
    schema: 'none',
    budget: false,
    command: ({ prompt }) => ({ argv, input: prompt }),
    reader: (watch, folder) => new ExecReader(watch, folder),
  };
}
