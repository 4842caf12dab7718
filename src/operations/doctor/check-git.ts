import { spawn } from 'node:child_process';
import { repositoryRoot } from '../../base/files/repository-root.js';
import type { ConfigDeps } from '../config/config-deps.js';
import { ok, warning } from './finding.js';
import type { Finding } from './outputs.js';

const CHECK = 'git';
/** In milliseconds. */
const PATIENCE = 3000;

export async function checkGit({ env, cwd }: ConfigDeps): Promise<Finding> {
  const version = await gitVersion({ ...env });
  if (version === null) {
    return warning(
      CHECK,
      'It is not installed, or not in PATH.',
      'Install it: https://git-scm.com/downloads',
    );
  }
  const root = repositoryRoot(cwd);
  return ok(CHECK, `${version}; ${root === null ? 'this folder is in no repository' : `repository ${root}`}`);
}

function gitVersion(env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    const git = spawn('git', ['--version'], { env, timeout: PATIENCE, stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    git.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    git.once('error', () => resolve(null));
    git.once('close', (status) => resolve(status === 0 ? said.trim().replace(/^git version /, '') : null));
  });
}
