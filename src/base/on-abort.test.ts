import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { onAbort } from './on-abort.js';

describe('an aborted signal', () => {
  it('calls everyone who waits for it, once, and nobody who has gone', () => {
    const controller = new AbortController();
    const called: string[] = [];
    const add = (name: string) => onAbort(controller.signal, () => called.push(name));
    add('a');
    const forget = add('b');
    add('c');
    forget();
    controller.abort();
    controller.abort();
    expect(called).toEqual(['a', 'c']);
  });

  it('has one listener however many wait', () => {
    const { signal } = new AbortController();
    const forget = Array.from({ length: 100 }, () => onAbort(signal, () => undefined));
    for (const one of forget) one();
    onAbort(signal, () => undefined);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  });

  it('calls nobody who comes too late', () => {
    const signal = AbortSignal.abort();
    let calls = 0;
    onAbort(signal, () => calls++);
    expect(calls).toBe(0);
  });
});
