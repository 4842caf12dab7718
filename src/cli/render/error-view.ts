import type { PromptRunnerError } from '../../base/errors.js';
import { redactSecrets } from '../../base/text/secrets.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { placeView } from './place-view.js';
import { styleFor } from './style.js';
import { wrap } from './wrap.js';

/** An error for a person: what and why, what to do, and the next command. */
export function renderError(error: PromptRunnerError, stream: OutputStream): string {
  const { red, bold, dim } = styleFor(stream);
  const { hint, next } = error.remedy;
  const lines = [fitted(`Error: ${error.message}`, stream).replace(/^Error:/, red('Error:'))];
  if (error.place !== undefined) lines.push(placeView(error.place, stream));
  if (hint !== undefined) lines.push(fitted(hint, stream));
  if (next !== undefined) lines.push(`${dim('Next:')} ${bold(safe(next))}`);
  return `${lines.join('\n')}\n`;
}

/** The same for a program. */
export function errorDocument(error: PromptRunnerError) {
  const { hint, next } = error.remedy;
  const { place } = error;
  return {
    error: {
      code: error.code,
      message: redactSecrets(error.message),
      hint: hint === undefined ? null : redactSecrets(hint),
      next: next ?? null,
      ...(place !== undefined && { place: { ...place, excerpt: redactSecrets(place.excerpt) } }),
    },
  };
}

function fitted(text: string, stream: OutputStream): string {
  return stream.isTerminal ? wrap(safe(text), stream.columns) : safe(text);
}

function safe(text: string): string {
  return forTerminal(redactSecrets(text));
}
