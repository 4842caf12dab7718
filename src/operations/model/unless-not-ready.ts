import { PromptRunnerError } from '../../base/errors.js';
import type { OpenModel } from '../../models/spec/open-model.js';

/** What a model lacks that can be got: a key, the package of its provider, the program of an agent. Its name is right for all that. */
const LACKS = ['MODEL_KEY_MISSING', 'MODEL_KEY_FILE', 'MODEL_PROVIDER_MISSING', 'AGENT_MISSING'];

/** A model, or why it cannot be opened as things stand; any other failure is thrown. */
export async function unlessNotReady(
  open: () => Promise<OpenModel>,
): Promise<{ readonly opened: OpenModel | null; readonly problem: string | null }> {
  try {
    return { opened: await open(), problem: null };
  } catch (error) {
    if (!isLacking(error)) throw error;
    return { opened: null, problem: error.message };
  }
}

/** Whether a model cannot be opened here for want of something that can be got. */
export function isLacking(error: unknown): error is PromptRunnerError {
  return error instanceof PromptRunnerError && LACKS.includes(error.code);
}
