import type { Environment } from '../../../base/environment.js';
import type { ProcessEnd } from '../../../base/process/process-end.js';
import { runProcess } from '../../../base/process/run-process.js';
import type { AgentSurroundings } from '../agent-surroundings.js';
import type { AgentCommand } from '../coding-agent.js';
import type { OutputReader } from '../output/output-reader.js';
import { ByteTail } from './byte-tail.js';

const STDERR_TAIL_BYTES = 8 * 1024;

/** An agent's process after its end. */
export interface AgentRun {
  readonly end: ProcessEnd;
  /** The last that it printed on stderr. */
  readonly stderr: string;
}

/** What runs, and where. */
export interface AgentStart {
  readonly command: AgentCommand;
  readonly folder: string;
  /** All of its environment. */
  readonly env: Environment;
  readonly signal: AbortSignal;
}

/** Runs an agent in a folder, and gives what it prints to the reader as it comes. */
export async function runAgent(
  { command, folder, env, signal }: AgentStart,
  reader: OutputReader,
  surroundings: AgentSurroundings,
): Promise<AgentRun> {
  const decoder = new TextDecoder();
  const stderr = new ByteTail(STDERR_TAIL_BYTES);
  const end = await runProcess(command.argv, {
    cwd: folder,
    env,
    input: command.input,
    signal,
    timeoutMs: surroundings.timeoutMs,
    idleMs: surroundings.idleMs,
    outputLimitBytes: surroundings.maxOutputBytes,
    graceMs: surroundings.graceMs,
    onStdout: (chunk) => reader.take(decoder.decode(chunk, { stream: true })),
    onStderr: (chunk) => stderr.add(chunk),
  });
  reader.take(decoder.decode());
  reader.end();
  return { end, stderr: stderr.text() };
}
