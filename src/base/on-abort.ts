const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when a signal is aborted. The signal gets one listener, however many wait for it: with more than
 * ten, Node takes them for a leak. A signal that is aborted already calls nobody.
 *
 * @returns takes the callback back
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  callbacksOf.set(signal, callbacks);
  signal.addEventListener('abort', () => callTogether(callbacks), { once: true });
  return callbacks;
}

function callTogether(callbacks: Set<() => void>): void {
  const waiting = [...callbacks];
  callbacks.clear();
  for (const callback of waiting) callback();
}
