import { describe, expect, it, vi } from 'vitest';
import type { OpenModel } from '../../models/spec/open-model.js';
import { CallLimiter } from './call-limiter.js';

const model = (concurrency: number): OpenModel => ({
  name: { provider: 'fake', model: '' },
  identity: {},
  kind: 'model',
  limits: { concurrency, concurrencyIs: 'given', requestsPerMinute: null },
  abilities: { tools: false, images: false, schema: false, budget: false },
  call: () => Promise.reject(new Error('is not called here')),
});

/** Work that ends when it is told to. */
function work(name: string, begun: string[]) {
  let resolve = (_name: string) => {};
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  const begin = () => {
    begun.push(name);
    return promise;
  };
  return { begin, end: () => resolve(name) };
}

describe('calls to a provider', () => {
  it('begin in order, as many at a time as it allows', async () => {
    const limiter = new CallLimiter();
    const begun: string[] = [];
    const works = ['a', 'b', 'c'].map((name) => work(name, begun));
    const { signal } = new AbortController();
    const ends = works.map(({ begin }) => limiter.run(model(2), signal, begin));
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b']));
    works[0]?.end();
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b', 'c']));
    for (const { end } of works) end();
    expect(await Promise.all(ends)).toEqual(['a', 'b', 'c']);
  });

  it('are more at a time as soon as somebody may have more', async () => {
    const limiter = new CallLimiter();
    const begun: string[] = [];
    const works = ['a', 'b', 'c'].map((name) => work(name, begun));
    const { signal } = new AbortController();
    const ends = works.map(({ begin }, at) => limiter.run(model(at === 0 ? 1 : 2), signal, begin));
    await vi.waitFor(() => expect(begun).toEqual(['a', 'b']));
    for (const { end } of works) end();
    await Promise.all(ends);
  });

  it('are given up with the reason of the signal while they wait', async () => {
    const limiter = new CallLimiter();
    const begun: string[] = [];
    const first = work('first', begun);
    const controller = new AbortController();
    const held = limiter.run(model(1), new AbortController().signal, first.begin);
    const waiting = limiter.run(model(1), controller.signal, work('second', begun).begin);
    await vi.waitFor(() => expect(begun).toEqual(['first']));
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(limiter.run(model(1), controller.signal, first.begin)).rejects.toThrow('enough');
    first.end();
    expect(await held).toBe('first');
    expect(begun).toEqual(['first']);
  });

  it('are left to end by themselves once they are begun', async () => {
    const limiter = new CallLimiter();
    const controller = new AbortController();
    const begun: string[] = [];
    const call = work('call', begun);
    const ended = limiter.run(model(1), controller.signal, call.begin);
    await vi.waitFor(() => expect(begun).toEqual(['call']));
    controller.abort(new Error('enough'));
    await Promise.resolve();
    call.end();
    expect(await ended).toBe('call');
  });
});
