import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { userConfigFile, userDataFolder } from './paths.js';

const HOME = '/home/ada';

describe('on Linux', () => {
  it('follows the XDG base directories', () => {
    const env = { HOME, XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/config' };
    expect(userDataFolder(env, 'linux')).toBe('/data/prompt-runner');
    expect(userConfigFile(env, 'linux')).toBe('/config/prompt-runner/config.yaml');
  });

  it.each([
    ['not set', undefined],
    ['empty', ''],
    ['relative', 'data'],
    ['relative to a home', '~/data'],
  ])('takes their defaults when they are %s', (_, value) => {
    const env = { HOME, XDG_DATA_HOME: value, XDG_CONFIG_HOME: value };
    expect(userDataFolder(env, 'linux')).toBe('/home/ada/.local/share/prompt-runner');
    expect(userConfigFile(env, 'linux')).toBe('/home/ada/.config/prompt-runner/config.yaml');
  });

  it('asks the system for a home that the environment does not name', () => {
    expect(userDataFolder({}, 'linux')).toBe(join(homedir(), '.local/share/prompt-runner'));
    expect(userDataFolder({ HOME: '' }, 'linux')).toBe(join(homedir(), '.local/share/prompt-runner'));
  });
});

describe('on macOS', () => {
  it('keeps both in Application Support, whatever XDG says', () => {
    const env = { HOME, XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: '/config' };
    const folder = join(HOME, 'Library', 'Application Support', 'prompt-runner');
    expect(userDataFolder(env, 'darwin')).toBe(folder);
    expect(userConfigFile(env, 'darwin')).toBe(join(folder, 'config.yaml'));
  });
});

describe('on Windows', () => {
  it('keeps data in the local and configuration in the roaming AppData folder', () => {
    const env = { LOCALAPPDATA: 'C:\\Local', APPDATA: 'C:\\Roaming' };
    expect(userDataFolder(env, 'win32')).toBe(join('C:\\Local', 'prompt-runner'));
    expect(userConfigFile(env, 'win32')).toBe(join('C:\\Roaming', 'prompt-runner', 'config.yaml'));
  });

  it.each([undefined, ''])('finds those folders in the profile when they are %j', (value) => {
    const env = { USERPROFILE: 'C:\\Users\\ada', LOCALAPPDATA: value, APPDATA: value };
    expect(userDataFolder(env, 'win32')).toBe(join('C:\\Users\\ada', 'AppData', 'Local', 'prompt-runner'));
    expect(userConfigFile(env, 'win32')).toBe(
      join('C:\\Users\\ada', 'AppData', 'Roaming', 'prompt-runner', 'config.yaml'),
    );
  });
});
