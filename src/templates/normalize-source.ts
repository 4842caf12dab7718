/**
 * The text that is compiled: every newline is `\n`, and one newline at the end is dropped unless it is
 * to be kept.
 */
export function normalizeSource(text: string, keepTrailingNewline: boolean): string {
  const normalized = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  return !keepTrailingNewline && normalized.endsWith('\n') ? normalized.slice(0, -1) : normalized;
}
