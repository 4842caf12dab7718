import stringWidth from 'fast-string-width';
import { truncate } from './truncate.js';

/**
 * A line across the screen, with a title near its beginning. No line feed.
 *
 * @param columns its width in cells
 * @example ruler(20, 'analysis') === '── analysis ────────'
 */
export function ruler(columns: number, title = ''): string {
  if (title === '') return '─'.repeat(columns);
  const shown = truncate(title, Math.max(1, columns - 6));
  return `── ${shown} ${'─'.repeat(Math.max(2, columns - 4 - stringWidth(shown)))}`;
}
