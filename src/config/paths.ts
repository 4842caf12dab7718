import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../base/environment.js';

const APP = 'prompt-runner';

/**
 * Where a person's own data lives: the XDG base directories, Application Support on macOS, the local
 * AppData folder on Windows.
 */
export function userDataFolder(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homeFolder(env), 'AppData', 'Local'), APP);
  if (platform === 'darwin') return join(homeFolder(env), 'Library', 'Application Support', APP);
  return join(absolute(env.XDG_DATA_HOME) ?? join(homeFolder(env), '.local', 'share'), APP);
}

/** Where a person's own configuration file lives, by the same rules. */
export function userConfigFile(env: Environment, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32')
    return join(env.APPDATA || join(homeFolder(env), 'AppData', 'Roaming'), APP, 'config.yaml');
  if (platform === 'darwin') return join(userDataFolder(env, platform), 'config.yaml');
  return join(absolute(env.XDG_CONFIG_HOME) ?? join(homeFolder(env), '.config'), APP, 'config.yaml');
}

/** The person's home folder. */
export function homeFolder(env: Environment): string {
  return env.HOME || env.USERPROFILE || homedir();
}

/** A relative path in an XDG variable has to be ignored (XDG Base Directory Specification). */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') ? path : undefined;
}
