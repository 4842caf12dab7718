import { describe, expect, it } from 'vitest';
import { splitCommand } from './split-command.js';
import { UnbalancedQuoteError } from './unbalanced-quote.js';

describe('splitCommand', () => {
  it.each<[string, string[]]>([
    ['vim', ['vim']],
    ['  code   --wait\t', ['code', '--wait']],
    ['"/opt/My Editor/bin/ed" -n', ['/opt/My Editor/bin/ed', '-n']],
    [`emacs --eval '(setq a "b c")'`, ['emacs', '--eval', '(setq a "b c")']],
    ['a\\ b c\\"d', ['a b', 'c"d']],
    ['"a\\"b\\\\c\\n"', ['a"b\\c\\n']],
    ['"C:\\Program Files\\ed.exe"', ['C:\\Program Files\\ed.exe']],
    ["'\\'", ['\\']],
    ['a\'\'b ""', ['ab', '']],
    ['ed $HOME ~ *.md', ['ed', '$HOME', '~', '*.md']],
    ['end\\', ['end\\']],
    ['', []],
  ])('%j', (command, words) => {
    expect(splitCommand(command)).toEqual(words);
  });

  it.each(['"open', "it's"])('refuses a quote that is never closed: %j', (command) => {
    expect(() => splitCommand(command)).toThrow(UnbalancedQuoteError);
  });
});
