import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { systemUser } from './system-user.js';

it('is the name that the system has for the user', () => {
  expect(systemUser()).toBe(userInfo().username);
});

it('is a number where the system has no name', () => {
  const nameless = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  expect(systemUser(nameless)).toMatch(/^user-\d+$/);
});
