/**
 * Does something after some milliseconds, once the event loop has looked once more: what came while the program was
 * busy is not late.
 *
 * @returns what `clearTimeout` takes; an act that the loop is about to come to is not taken back
 */
export function whenLate(act: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(() => setImmediate(act), milliseconds);
}
