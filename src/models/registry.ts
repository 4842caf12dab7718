import { isAgentProvider } from './providers.js';
import { type ModelName, writtenModelName } from './spec/model-name.js';
import type { Models, OpenModel } from './spec/open-model.js';
import { type ModelSurroundings, USUAL_ANSWER_BYTES, usualTimes } from './surroundings.js';

/** An agent reads, writes and runs things: it may take longer than an answer. */
const AGENT_MS = 60 * 60_000;
/** While a tool of it works, such as a test run, an agent says nothing. */
const AGENT_IDLE_MS = 15 * 60_000;

/**
 * The models that can be asked from here. Nothing is read or loaded before the first is opened, and each is
 * opened once.
 *
 * @example await modelsFrom(surroundings).open(readModelName('openai:gpt-5-mini'))
 */
export function modelsFrom(surroundings: ModelSurroundings): Models {
  const opened = new Map<string, Promise<OpenModel>>();
  return {
    open(name) {
      const key = writtenModelName(name);
      const model = opened.get(key) ?? openModel(name, surroundings);
      opened.set(key, model);
      return model;
    },
  };
}

async function openModel(name: ModelName, surroundings: ModelSurroundings): Promise<OpenModel> {
  if (isAgentProvider(name.provider)) return openAgentModel(name, surroundings);
  if (name.provider === 'fake') {
    const { openFake } = await import('./fake/open-fake.js');
    return openFake(name, surroundings);
  }
  const { openProviderModel } = await import('./open-provider-model.js');
  return openProviderModel(name, surroundings);
}

async function openAgentModel(name: ModelName, surroundings: ModelSurroundings): Promise<OpenModel> {
  const { openAgent } = await import('./agents/open-agent.js');
  const { env, cwd, agentMs = AGENT_MS, times = usualTimes, answerBytes = USUAL_ANSWER_BYTES } = surroundings;
  return openAgent(name, {
    env,
    cwd,
    timeoutMs: agentMs,
    idleMs: Math.max(times.idleMs, AGENT_IDLE_MS),
    maxOutputBytes: answerBytes,
  });
}
