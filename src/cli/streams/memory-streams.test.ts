import { describe, expect, it } from 'vitest';
import { InputTooLargeError } from '../input/errors.js';
import { memoryStreams } from '../streams.js';

describe('memoryStreams', () => {
  it('keeps what is written, apart for each stream', () => {
    const streams = memoryStreams();
    streams.stdout.write('a');
    streams.stderr.write('b');
    streams.stdout.write('c');
    expect([streams.out(), streams.err()]).toEqual(['ac', 'b']);
  });

  it('is no terminal unless told, for all or for some', () => {
    const shape = ({ stdin, stdout, stderr }: ReturnType<typeof memoryStreams>) =>
      [stdin, stdout, stderr].map(({ isTerminal }) => isTerminal);
    expect(shape(memoryStreams())).toEqual([false, false, false]);
    expect(shape(memoryStreams({ terminal: true }))).toEqual([true, true, true]);
    expect(shape(memoryStreams({ terminal: ['stderr'] }))).toEqual([false, false, true]);
  });

  it('gives the bytes of stdin within the limit', async () => {
    const streams = memoryStreams({ stdin: 'né' });
    expect(streams.stdin.isPiped).toBe(true);
    expect(await streams.stdin.readAll(3)).toEqual(Buffer.from('né'));
    await expect(streams.stdin.readAll(2)).rejects.toThrow(InputTooLargeError);
  });

  it('types until nobody listens any more, then the terminal goes', async () => {
    const typed: string[] = [];
    const { stdin } = memoryStreams({ keys: ['a', 'b', 'c'], terminal: true });
    await new Promise<void>((resolve) => {
      const stop = stdin.readKeys({
        onKeys: (keys) => {
          typed.push(keys);
          if (keys === 'b') resolve(stop());
        },
        onEnd: () => typed.push('end'),
      });
    });
    expect(typed).toEqual(['a', 'b']);
    await new Promise<void>((resolve) => {
      memoryStreams({ terminal: true }).stdin.readKeys({ onKeys: () => {}, onEnd: resolve });
    });
  });
});
