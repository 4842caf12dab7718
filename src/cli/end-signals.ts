import { constants } from 'node:os';
import { type EndSignal, endSignals } from '../base/process/end-signals.js';

/** What is done when somebody wants this process to end. */
interface EndListener {
  /** The first signal: it can end in good order. */
  onFirst(signal: EndSignal): void;
  /** Another one: it shall end at once. */
  onNext(signal: EndSignal): void;
}

/** The exit code of a process that a signal ended, as shells have it: 130 after Ctrl-C, 143 after SIGTERM. */
export function signalExitCode(signal: EndSignal): number {
  return 128 + constants.signals[signal];
}

/** @returns ends the listening */
export function onEndSignal({ onFirst, onNext }: EndListener): () => void {
  let told = false;
  const take = (signal: EndSignal) => {
    if (told) return onNext(signal);
    told = true;
    onFirst(signal);
  };
  for (const signal of endSignals) process.on(signal, take);
  return () => {
    for (const signal of endSignals) process.off(signal, take);
  };
}
