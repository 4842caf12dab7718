import { fstatSync, writeSync } from 'node:fs';

/** How long to wait before trying a full pipe again, in milliseconds. */
const FULL_PIPE_PAUSE = 5;

/**
 * Writes all the bytes before it returns, so that nothing is lost when the process ends right after.
 * A pipe in non-blocking mode whose reader is slow (EAGAIN) is waited for without burning a processor.
 *
 * @returns false when the reader has gone (EPIPE), as `| head` does, or its terminal was closed (EIO); no later write
 *   can succeed.
 */
export function writeFully(fd: number, bytes: Uint8Array): boolean {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE' || code === 'EOF') return false;
      if (code === 'EIO' && fstatSync(fd).isCharacterDevice()) return false;
      if (code !== 'EAGAIN') throw error;
      pause(FULL_PIPE_PAUSE);
    }
  }
  return true;
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
