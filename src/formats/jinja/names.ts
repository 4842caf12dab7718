/** Words that Jinja2 keeps for itself. */
const RESERVED = new Set([
  ...['and', 'or', 'not', 'in', 'is', 'if', 'else', 'elif', 'recursive'],
  ...['true', 'false', 'none', 'True', 'False', 'None', 'loop', 'self', 'super', 'caller'],
]);

/** Whether a template can name a variable so. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name);
}

/**
 * The name for a variable that another tool calls `foreign`: the same where a template can use it.
 *
 * @example variableName('my-name') === 'my_name'
 */
export function variableName(foreign: string): string {
  const word = foreign.replace(/\W/g, '_');
  const started = /^[A-Za-z_]/.test(word) ? word : `_${word}`;
  return isVariableName(started) ? started : `${started}_`;
}
