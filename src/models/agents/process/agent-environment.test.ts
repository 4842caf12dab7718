import { describe, expect, it } from 'vitest';
import { agentEnvironment } from './agent-environment.js';

describe('the environment of an agent', () => {
  it("has the agent's keys and the folder, and neither our settings nor a hook's repository", () => {
    const inherited = {
      PATH: '/bin',
      ANTHROPIC_API_KEY: 'k',
      PWD: '/elsewhere',
      PROMPT_RUNNER_DB: 'postgres://me:secret@db',
      GIT_DIR: '/elsewhere/.git',
      CLAUDECODE: '1',
    };
    expect(agentEnvironment(inherited, { MORE: 'x' }, '/repo')).toEqual({
      PATH: '/bin',
      ANTHROPIC_API_KEY: 'k',
      PWD: '/repo',
      MORE: 'x',
    });
  });
});
