import { diffLines } from 'diff';

/**
 * What changed from one text to another, a line each: `- ` taken out, `+ ` put in, `  ` the same.
 *
 * @example lineDifference('a\nb\n', 'a\nc\n') === '  a\n- b\n+ c'
 */
export function lineDifference(before: string, after: string): string {
  return diffLines(ended(before), ended(after))
    .flatMap(({ value, added, removed }) => {
      const mark = added ? '+ ' : removed ? '- ' : '  ';
      return value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (mark + line).trimEnd());
    })
    .join('\n');
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
