import stringWidth from 'fast-string-width';

const ELLIPSIS = '…';

/**
 * The text, cut so that it takes at most `width` cells; a cut text ends with "…". Characters that belong
 * together (accents, flags, families) are never parted.
 *
 * @example truncate('feature request', 8) === 'feature…'
 */
export function truncate(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  // Made here rather than once for all: loading the segmenter's data takes milliseconds at start-up.
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(text)) {
    room -= stringWidth(segment);
    if (room < 0) break;
    kept += segment;
  }
  return width < 1 ? '' : kept.trimEnd() + ELLIPSIS;
}
