import { packageVersion, supportedNode } from '../../base/package-root.js';
import { sqliteVersion } from '../../store/sqlite-version.js';
import { ok, problem } from './finding.js';
import type { Finding } from './outputs.js';
import { isWithin } from './version-range.js';

export async function checkVersions(): Promise<Finding[]> {
  return [ok('prompt-runner', packageVersion()), checkNode(process.versions.node), await checkSqlite()];
}

function checkNode(version: string): Finding {
  const range = supportedNode();
  if (isWithin(version, range)) return ok('Node', version);
  return problem('Node', `${version} is not supported.`, `Install a Node of ${range}.`);
}

async function checkSqlite(): Promise<Finding> {
  try {
    return ok('SQLite', await sqliteVersion());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return problem('SQLite', `Its binary does not run here: ${reason}`, 'Install prompt-runner again.');
  }
}
