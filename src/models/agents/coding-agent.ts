import type { Environment } from '../../base/environment.js';
import type { FaultClass } from '../spec/model-fault.js';
import type { AgentTask, Json } from '../spec/model-request.js';
import type { CallWatch } from '../spec/open-model.js';
import type { OutputReader } from './output/output-reader.js';

/** What an agent is to do, in the terms that all of them share. */
export interface Assignment {
  /** Empty for the agent's own choice. */
  readonly model: string;
  /** The whole prompt as one text. */
  readonly prompt: string;
  readonly task: AgentTask;
  /** The schema of the answer, for an agent that takes one; null for text. */
  readonly schema: { readonly [key: string]: Json } | null;
  /** A file that holds the schema, for an agent that takes it so; null for text. */
  readonly schemaFile: string | null;
}

/** How an agent is started. */
export interface AgentCommand {
  /** The program and its arguments: short, and nothing in them that others may not see in `ps`. */
  readonly argv: readonly string[];
  /** What it reads from stdin. */
  readonly input: string;
  /** What its environment has besides. */
  readonly env?: Environment;
}

/** How an agent is asked and how its output is read. */
export interface CodingAgent {
  /** How it takes the schema of an answer: not at all, as an argument, as a file. */
  readonly schema: 'none' | 'argument' | 'file';
  /** Whether it ends by itself when it has spent `AgentTask.maxCost`. */
  readonly budget: boolean;
  /** What its exit codes mean, where they mean something of their own. */
  readonly exitFaults?: Readonly<Record<number, FaultClass>>;
  command(assignment: Assignment, env: Environment): AgentCommand;
  reader(watch: CallWatch, folder: string): OutputReader;
}
