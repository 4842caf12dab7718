/** What a promise brings, unless the signal comes first: then the signal's reason is thrown. */
export function unlessEnded<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onEnd = () => reject(signal.reason);
    if (signal.aborted) onEnd();
    signal.addEventListener('abort', onEnd, { once: true });
    work.then(resolve, reject).then(() => signal.removeEventListener('abort', onEnd));
  });
}
