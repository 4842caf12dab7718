import type { Environment } from '../../base/environment.js';
import { findProgram } from '../../base/files/find-program.js';
import { ok, warning } from '../../operations/doctor/finding.js';
import type { Finding } from '../../operations/doctor/outputs.js';
import type { CommandContext } from '../command-context.js';
import { clipboardPrograms } from '../input/clipboard-program.js';

const CHECK = 'clipboard';

/** How --copy and --paste reach the clipboard here. */
export function checkClipboard({ env, streams }: CommandContext): Finding {
  const programs = clipboardPrograms(env, process.platform);
  const installed = programs.find(({ copy: [name] }) => findProgram(name, env) !== null);
  if (installed !== undefined) return ok(CHECK, `${installed.copy[0]} and ${installed.paste[0]}`);
  const asks = (streams.stderr.isTerminal || streams.stdout.isTerminal) && env.TERM !== 'dumb';
  return warning(
    CHECK,
    asks
      ? 'no program for it; --copy asks the terminal (OSC 52), --paste does not work'
      : 'no program for it, and no terminal to ask: --copy and --paste do not work',
    wayOut(env),
  );
}

function wayOut(env: Environment): string {
  if (env.SSH_CONNECTION || env.SSH_TTY) return 'Over SSH, give answers with --file or through a pipe.';
  if (env.WAYLAND_DISPLAY) return 'Install wl-clipboard.';
  if (env.DISPLAY) return 'Install xclip or xsel.';
  return 'Without a desktop, use --out for prompts and --file for answers.';
}
