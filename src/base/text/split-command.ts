import { UnbalancedQuoteError } from './unbalanced-quote.js';

/**
 * The words of a command that a person wrote as one string, such as the value of EDITOR.
 *
 * Words are separated by spaces and tabs. Single and double quotes keep separators; a backslash keeps the
 * character after it, but not inside single quotes, and inside double quotes only before `"` and `\`, so
 * that Windows paths may be quoted. Nothing is expanded: `$HOME`, `~` and `*` stay as they are.
 *
 * @throws {UnbalancedQuoteError} when a quote is never closed
 * @example splitCommand('code --wait "my file"') // ['code', '--wait', 'my file']
 */
export function splitCommand(command: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let quote: '"' | "'" | null = null;
  for (let at = 0; at < command.length; at++) {
    const character = command.charAt(at);
    if (escapesNext(character, command.charAt(at + 1), quote)) {
      word = (word ?? '') + command.charAt(++at);
    } else if (character === quote) {
      quote = null;
    } else if (quote === null && (character === '"' || character === "'")) {
      quote = character;
      word ??= '';
    } else if (quote === null && (character === ' ' || character === '\t')) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = (word ?? '') + character;
    }
  }
  if (quote !== null) throw new UnbalancedQuoteError(command, quote);
  if (word !== null) words.push(word);
  return words;
}

function escapesNext(character: string, next: string, quote: '"' | "'" | null): boolean {
  if (character !== '\\' || next === '' || quote === "'") return false;
  return quote === null || next === '"' || next === '\\';
}
