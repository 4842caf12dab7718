/**
 * A path as it may stand in a line of Markdown or on a terminal: one with control characters or
 * backticks is given as JSON, so that it stays one word and can be told from another.
 */
export function shownPath(path: string): string {
  if (!/[\0-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069`]/.test(path)) return path;
  return JSON.stringify(path).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069`]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
