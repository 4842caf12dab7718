import { PromptRunnerError } from '../../base/errors.js';

/**
 * Does some work time and again until it is stopped. Work that fails because the store is away for a moment is done
 * again the next time.
 *
 * @param pause milliseconds before each time
 * @returns stops it
 */
export function repeatedly(work: () => Promise<void>, pause: number): () => void {
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const next = () => {
    timer = setTimeout(() => void once(), pause);
  };
  const once = async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PromptRunnerError)) throw error;
    }
    if (!isStopped) next();
  };
  next();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
