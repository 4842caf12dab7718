import { type PromptMessage, promptParts, promptText } from '../../base/text/prompt-text.js';
import { forTerminal } from '../../base/text/terminal-text.js';
import type { OutputStream } from '../streams.js';
import { highlightMarkdown } from './highlight-markdown.js';
import { ruler } from './ruler.js';
import { styleFor } from './style.js';

/**
 * A prompt for a person on a terminal, between rulers and highlighted, or for a pipe: the text alone.
 *
 * @param title what stands in the upper ruler: "planning prompt · ~1,240 tokens"
 * @example stdout.write(renderPrompt('planning prompt', messages, stdout));
 */
export function renderPrompt(
  title: string,
  messages: readonly PromptMessage[],
  stream: OutputStream,
): string {
  if (!stream.isTerminal) return promptText(messages);
  const style = styleFor(stream);
  const body = promptParts(messages)
    .map(({ roleRuler, text }) => {
      const highlighted = highlightMarkdown(forTerminal(text), style);
      return roleRuler === null ? highlighted : `${style.dim(roleRuler)}\n${highlighted}`;
    })
    .join('\n');
  return `${style.dim(ruler(stream.columns, title))}\n${body}${style.dim(ruler(stream.columns))}\n`;
}
