import type { Environment } from '../../../base/environment.js';
import type { AgentTask } from '../../spec/model-request.js';
import type { AgentCommand, Assignment } from '../coding-agent.js';
import { fieldsAt, parseFields } from '../output/fields.js';

/**
 * An agent of our own for each access, since what its built-in ones may do can be changed by a person's
 * configuration, and its plan agent is told to make a plan, whatever was asked. Commands are run in writing
 * as far as that configuration allows them.
 */
const permissions: Readonly<Record<AgentTask['access'], Readonly<Record<string, string>>>> = {
  read: { edit: 'deny', bash: 'deny', task: 'deny', external_directory: 'deny' },
  write: { edit: 'allow', external_directory: 'deny' },
};

/**
 * A repository's `opencode.json` may name plugins, which are code, and servers of tools, which may write. The
 * plugins that lie in its `.opencode` are loaded all the same (seen with 1.18.33): no option is against that.
 */
const surroundings: Readonly<Record<AgentTask['access'], Environment>> = {
  read: { OPENCODE_DISABLE_PROJECT_CONFIG: 'true' },
  write: {},
};

/** opencode without a terminal, the prompt by stdin. */
export function opencodeCommand({ model, prompt, task }: Assignment, env: Environment): AgentCommand {
  const agent = `prompt-runner-${task.access}`;
  return {
    argv: ['opencode', 'run', '--format', 'json', '--agent', agent, ...(model === '' ? [] : ['-m', model])],
    input: prompt,
    env: { ...surroundings[task.access], OPENCODE_CONFIG_CONTENT: configuration(agent, task, env) },
  };
}

/** What the variable holds already stays, with our agent beside it. */
function configuration(agent: string, { access }: AgentTask, env: Environment): string {
  const own = parseFields(env.OPENCODE_CONFIG_CONTENT ?? '{}') ?? {};
  const agents = { ...fieldsAt(own, 'agent'), [agent]: { mode: 'primary', permission: permissions[access] } };
  return JSON.stringify({ ...own, agent: agents });
}
