import type { Line } from './line.js';
import { saysOnlyAName } from './traps.js';

/** The lines as a terminal of the given width breaks them: at spaces, and the rest begins at the left edge. */
export function hardWrapped(lines: readonly Line[], width: number): Line[] {
  return lines.flatMap((line) => brokenTexts(line, width).map((text) => ({ ...line, text })));
}

function brokenTexts({ kind, text }: Line, width: number): string[] {
  if (kind !== 'prose' && kind !== 'code' && kind !== 'talk') return [text];
  const texts: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = breakBefore(rest, width);
    if (space === -1) break;
    texts.push(rest.slice(0, space));
    rest = rest.slice(space + 1);
  }
  return [...texts, rest];
}

/**
 * The last space at which the line may be broken. Not where the rest would be a line of nothing but a
 * section's name, or begin like a fence: nobody could say what it is.
 */
function breakBefore(text: string, width: number): number {
  for (let space = text.lastIndexOf(' ', width); space > 0; space = text.lastIndexOf(' ', space - 1)) {
    const here = text.slice(0, space);
    const rest = text.slice(space + 1);
    const suspicious = [here, rest].some((part) => saysOnlyAName(part) || /^\s*(?:```|~~~)/.test(part));
    if (here.trim() !== '' && !suspicious) return space;
  }
  return -1;
}
