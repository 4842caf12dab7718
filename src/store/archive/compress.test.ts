import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compress } from './compress.js';

const pieces = Array.from({ length: 20 }, () => randomBytes(100_000));

async function* given(ended: () => void = () => {}): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } finally {
    ended();
  }
}

describe('compressing', () => {
  it('hands on all of it', async () => {
    const out: Uint8Array[] = [];
    await compress(given(), async (piece) => void out.push(piece));
    expect(gunzipSync(Buffer.concat(out)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('fails as the one does that takes it, and has ended the one that gives', async () => {
    let isEnded = false;
    const ended = () => {
      isEnded = true;
    };
    const full = () => Promise.reject(new Error('the disk is full'));
    await expect(compress(given(ended), full)).rejects.toThrow('the disk is full');
    expect(isEnded).toBe(true);
  });

  it('fails as the one does that gives', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield* pieces;
      throw new Error('the store is gone');
    }
    await expect(compress(failing(), async () => {})).rejects.toThrow('the store is gone');
  });
});
