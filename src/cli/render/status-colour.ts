import type { Look, Paint, Style } from './style.js';

const looks: ReadonlyMap<string, Look> = new Map([
  ['planning', 'blue'],
  ['analysis', 'cyan'],
  ['implementation', 'yellow'],
  ['completed', 'green'],
  ['cancelled', 'dim'],
]);

/**
 * The look of a session's status, the same wherever it is shown; an unknown one stays plain.
 *
 * @example statusColour(style, 'completed')('completed')
 */
export function statusColour(style: Style, status: string): Paint {
  const look = looks.get(status);
  return look === undefined ? (text) => text : style[look];
}
