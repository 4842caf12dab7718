import type { ModelAnswer } from '../spec/model-answer.js';
import type { ModelName } from '../spec/model-name.js';
import type { AgentTask, ModelRequest } from '../spec/model-request.js';
import type { CallWatch } from '../spec/open-model.js';
import { agentFault } from './agent-fault.js';
import type { AgentName } from './agent-name.js';
import { agentPrompt } from './agent-prompt.js';
import type { AgentSurroundings } from './agent-surroundings.js';
import type { CodingAgent } from './coding-agent.js';
import { agentEnvironment } from './process/agent-environment.js';
import { runAgent } from './process/run-agent.js';
import { unheeded } from './unheeded.js';
import { withSchemaFile } from './with-schema-file.js';

/** An agent that can be called. */
export interface CallableAgent {
  readonly agent: AgentName;
  readonly name: ModelName;
  readonly driver: CodingAgent;
  readonly surroundings: AgentSurroundings;
}

/**
 * Runs the agent once. It may look at the folder, and no more, where the request names no task.
 *
 * @throws ModelCallError
 */
export function callAgent(
  callable: CallableAgent,
  request: ModelRequest,
  watch: CallWatch,
): Promise<ModelAnswer> {
  const { responseSchema } = request;
  if (responseSchema === null || callable.driver.schema !== 'file')
    return call(callable, request, watch, null);
  return withSchemaFile(responseSchema, (file) => call(callable, request, watch, file));
}

async function call(
  { agent, name, driver, surroundings }: CallableAgent,
  request: ModelRequest,
  watch: CallWatch,
  schemaFile: string | null,
): Promise<ModelAnswer> {
  const task: AgentTask = request.agent ?? { folder: surroundings.cwd, access: 'read' };
  const schema = driver.schema === 'none' ? null : request.responseSchema;
  const prompt = agentPrompt(request.messages, driver.schema === 'none' ? request.responseSchema : null);
  // exec's model is its command line.
  const model = agent === 'exec' ? '' : name.model;
  const command = driver.command({ model, prompt, task, schema, schemaFile }, surroundings.env);
  const reader = driver.reader(watch, task.folder);
  const env = agentEnvironment(surroundings.env, command.env, task.folder);
  const run = await runAgent(
    { command, folder: task.folder, env, signal: watch.signal },
    reader,
    surroundings,
  );
  const { draft } = reader;
  const warnings = unheeded(request, agent, driver);
  const fault = agentFault({
    agent,
    run,
    draft,
    exitFaults: driver.exitFaults ?? {},
    surroundings,
    warnings,
  });
  if (fault !== null) throw fault;
  return draft.answer(warnings);
}
