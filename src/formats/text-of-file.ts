/**
 * The text that a text file stands for, or a part of one: without the one line end that closes its last line.
 *
 * @example textOfFile('a\n\n') === 'a\n'
 */
export function textOfFile(content: string): string {
  return content.endsWith('\n') ? content.slice(0, -1) : content;
}
