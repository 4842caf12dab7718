import type { Environment } from '../../base/environment.js';

/** A program and its arguments. */
export type ArgumentVector = readonly [program: string, ...args: string[]];

/** Programs that reach the clipboard: the text goes through stdin to `copy` and comes from stdout of `paste`. */
export interface ClipboardProgram {
  readonly copy: ArgumentVector;
  readonly paste: ArgumentVector;
}

const windows: ClipboardProgram = {
  copy: powershell('[Console]::InputEncoding = $utf8; Set-Clipboard -Value ([Console]::In.ReadToEnd())'),
  paste: powershell('[Console]::OutputEncoding = $utf8; [Console]::Out.Write((Get-Clipboard -Raw))'),
};
const macos: ClipboardProgram = { copy: ['pbcopy'], paste: ['pbpaste'] };
const wayland: ClipboardProgram = { copy: ['wl-copy'], paste: ['wl-paste', '--no-newline'] };
const x11: readonly ClipboardProgram[] = [
  { copy: ['xclip', '-selection', 'clipboard', '-in'], paste: ['xclip', '-selection', 'clipboard', '-out'] },
  { copy: ['xsel', '--clipboard', '--input'], paste: ['xsel', '--clipboard', '--output'] },
];
const android: ClipboardProgram = { copy: ['termux-clipboard-set'], paste: ['termux-clipboard-get'] };

/**
 * The programs worth trying on this system, best first. Over SSH there are none: they would reach the
 * clipboard of the machine at the far end.
 */
export function clipboardPrograms(env: Environment, platform: NodeJS.Platform): readonly ClipboardProgram[] {
  if (env.SSH_CONNECTION || env.SSH_TTY) return [];
  if (platform === 'darwin') return [macos];
  if (platform === 'win32' || env.WSL_DISTRO_NAME) return [windows];
  if (platform === 'android') return [android];
  return [...(env.WAYLAND_DISPLAY ? [wayland] : []), ...(env.DISPLAY ? x11 : [])];
}

function powershell(script: string): ArgumentVector {
  const utf8 = '$utf8 = [Text.UTF8Encoding]::new($false);';
  // The suffix is needed under WSL, where Linux looks the program up.
  return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', `${utf8} ${script}`];
}
