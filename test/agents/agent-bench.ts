import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { AgentSurroundings } from '../../src/models/agents/agent-surroundings.js';
import { openAgent } from '../../src/models/agents/open-agent.js';
import type { ModelAnswer } from '../../src/models/spec/model-answer.js';
import { ModelCallError } from '../../src/models/spec/model-fault.js';
import { readModelName } from '../../src/models/spec/model-name.js';
import type { ModelRequest } from '../../src/models/spec/model-request.js';
import type { CallWatch } from '../../src/models/spec/open-model.js';

const request: ModelRequest = {
  messages: [{ role: 'user', text: 'Plan it.' }],
  parameters: {},
  responseSchema: null,
  tools: [],
  agent: null,
};

/** A folder with programs that stand in for agents, and a folder that they work in. */
export class AgentBench {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'prompt-runner-agents-')));
  readonly programs = join(this.root, 'bin');
  readonly work = join(this.root, 'work');
  readonly activity: string[] = [];

  constructor() {
    mkdirSync(this.programs);
    mkdirSync(this.work);
  }

  /** Puts a program of JavaScript on the PATH. It has `say(event)` and `input`, all of its stdin. */
  install(name: string, script: string): void {
    const file = join(this.programs, name);
    const lines = [
      `#!${process.execPath}`,
      "const say = (event) => process.stdout.write(JSON.stringify(event) + '\\n');",
      "const input = require('node:fs').readFileSync(0, 'utf8');",
      script,
    ];
    writeFileSync(file, lines.join('\n'));
    chmodSync(file, 0o755);
  }

  /** Asks an agent; what is left out of the request is the usual. */
  async ask(
    model: string,
    more: Partial<ModelRequest> = {},
    surroundings: Partial<AgentSurroundings> = {},
    watch: Partial<CallWatch> = {},
  ): Promise<ModelAnswer> {
    const agent = await openAgent(readModelName(model), this.#surroundings(surroundings));
    return agent.call(
      { ...request, ...more },
      {
        signal: new AbortController().signal,
        onActivity: (line) => this.activity.push(line),
        ...watch,
      },
    );
  }

  /** The same where it fails. */
  async fail(...asked: Parameters<AgentBench['ask']>): Promise<ModelCallError> {
    try {
      await this.ask(...asked);
    } catch (error) {
      if (error instanceof ModelCallError) return error;
      throw error;
    }
    throw new Error('The call was to fail.');
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #surroundings(more: Partial<AgentSurroundings>): AgentSurroundings {
    return {
      env: { PATH: [this.programs, process.env.PATH].join(delimiter), PROMPT_RUNNER_DB: 'ours' },
      cwd: this.work,
      timeoutMs: 15_000,
      idleMs: 15_000,
      maxOutputBytes: 1 << 20,
      graceMs: 100,
      ...more,
    };
  }
}
