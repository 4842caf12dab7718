import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeFully } from '../streams/write-fully.js';
import { faultDocument, renderFault } from './fault-view.js';

describe('renderFault', () => {
  it('says what failed, where it failed only when asked, and no credential', () => {
    const error = new Error(`no ${'ghp_'.padEnd(40, 'a')}`, { cause: new Error('the ground') });
    expect(renderFault(error, false)).toMatch(
      /^Unexpected failure: no .*\nThis is a fault of the program, not/,
    );
    expect(renderFault(error, false)).not.toContain('ghp_a');
    expect(renderFault(error, true)).toMatch(/\n +at .*\nCaused by: Error: the ground/s);
    expect(renderFault('text', true)).toMatch(/^Unexpected failure: text\n/);
  });

  it.skipIf(!existsSync('/dev/full'))('does not blame the program for a device that is full', () => {
    const full = openSync('/dev/full', 'w');
    const told = printed(() => writeFully(full, Buffer.from('x')));
    closeSync(full);
    expect(told).toMatch(/^Error: The output could not be written: there is no room left \(ENOSPC\)\.\n/);
    expect(told).not.toContain('fault of the program');
  });

  it('names a device that fails, but not a failure elsewhere', () => {
    const failed = (syscall: string) => Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall });
    expect(renderFault(failed('write'), false)).toContain('the device reports an error (EIO)');
    expect(renderFault(failed('read'), false)).toContain('Unexpected failure: EIO');
  });
});

describe('the document of a fault', () => {
  it('has the shape of an error, and no credential', () => {
    expect(faultDocument(new TypeError(`no ${'ghp_'.padEnd(40, 'a')}`))).toEqual({
      error: {
        code: 'FAULT',
        message: expect.not.stringContaining('ghp_a'),
        hint: expect.stringContaining('--verbose'),
        next: null,
      },
    });
  });

  it('is not tried on an output that does not take it', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    expect(faultDocument(full)).toBeNull();
  });
});

function printed(fail: () => void): string {
  try {
    fail();
  } catch (error) {
    return renderFault(error, false);
  }
  return 'nothing failed';
}
