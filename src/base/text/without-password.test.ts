import { describe, expect, it } from 'vitest';
import { usableWithoutPassword, withoutPassword } from './without-password.js';

describe('an address without its password', () => {
  it.each([
    ['postgres://me:secret@host/db', 'postgres://…@host/db', 'postgres://me@host/db'],
    ['postgres://me@host/db', 'postgres://…@host/db', 'postgres://me@host/db'],
    ['postgres://host/db?schema=a', 'postgres://host/db?schema=a', 'postgres://host/db?schema=a'],
    [
      'postgres://me@host/db?password=secret&schema=a',
      'postgres://…@host/db?password=…&schema=a',
      'postgres://me@host/db?password=&schema=a',
    ],
    ['redis://:a/b@c?d@host/1', 'redis://…@host/1', 'redis://:a/b@c?d@host/1'],
    ['/data/store.db', '/data/store.db', '/data/store.db'],
  ])('%s is shown as %s and taken as %s', (address, shown, taken) => {
    expect(withoutPassword(address)).toBe(shown);
    expect(usableWithoutPassword(address)).toBe(taken);
  });
});
