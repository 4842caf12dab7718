import type { Environment } from '../../base/environment.js';
import { EMPTY_VARIABLE } from './git-settings.js';

/**
 * The environment that git runs in. A GIT_… variable could lead it to another repository or start a
 * program; a hook that runs us sets several. Its words have to be English, as we read some of them.
 */
export function gitEnvironment(env: Environment): Environment {
  const own = Object.entries(env).filter(([name]) => !/^(GIT_|LC_|LANG)/i.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    // It must ask nobody, and reading must not write.
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // Nothing is fetched: a remote may be a command. Older versions of git know the second only.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    [EMPTY_VARIABLE]: '',
  };
}
