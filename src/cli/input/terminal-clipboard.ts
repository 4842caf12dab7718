import type { Environment } from '../../base/environment.js';

/**
 * The most that terminals take in one OSC 52 sequence: 100,000 bytes with its base64 (hterm, older xterm).
 * A longer one is dropped without a word, so it is not sent.
 */
export const TERMINAL_CLIPBOARD_BYTES = 74_000;

/**
 * The sequence by which a terminal, even at the other end of SSH, is asked to put a text into its clipboard
 * (OSC 52). It gives no answer. tmux passes it on when it is wrapped, with each escape doubled.
 */
export function terminalClipboardSequence(bytes: Uint8Array, env: Environment): string {
  const sequence = `\u001b]52;c;${Buffer.from(bytes).toString('base64')}\u0007`;
  return env.TMUX ? `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\` : sequence;
}
