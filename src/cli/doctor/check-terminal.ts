import type { Environment } from '../../base/environment.js';
import { ok, warning } from '../../operations/doctor/finding.js';
import type { Finding } from '../../operations/doctor/outputs.js';
import type { CommandContext } from '../command-context.js';

const CHECK = 'terminal';
/** Narrower than this, in cells, tables lose what they are for. */
const LEAST_COLUMNS = 60;

export function checkTerminal({ env, streams: { stdout } }: CommandContext): Finding {
  const colour = stdout.colour ? 'colour' : 'no colour';
  if (!stdout.isTerminal) return ok(CHECK, `none: the output goes elsewhere, with ${colour}`);
  const says = `${stdout.columns} columns, ${colour}, ${isUtf8(env, process.platform) ? 'UTF-8' : 'not UTF-8'}`;
  if (!isUtf8(env, process.platform)) return warning(CHECK, says, 'export LC_ALL=C.UTF-8');
  if (stdout.columns < LEAST_COLUMNS) return warning(CHECK, says, `Make it ${LEAST_COLUMNS} columns wide.`);
  return ok(CHECK, says);
}

/** By the locale, in the order in which POSIX gives its variables; elsewhere a terminal is taken to be able. */
function isUtf8(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value) ?? '';
  return /utf-?8/i.test(locale);
}
