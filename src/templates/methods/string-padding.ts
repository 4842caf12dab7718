import type { Budget } from '../budget.js';
import { runtimeFault } from '../fault.js';
import { functionTable, type NativeBody } from '../runtime/native-function.js';
import type { Signature } from '../runtime/signature.js';
import { codePointLength } from '../values/code-points.js';
import { textLike } from '../values/markup.js';
import { requireCount, requireText, selfText } from './string-argument.js';

const PADDED: Signature = { required: ['self', 'width'], optional: { fillchar: ' ' } };

/** Methods that fill a text up to a width. */
export const PADDING_METHODS = functionTable({
  center: [PADDED, padding(center)],
  ljust: [PADDED, padding((text, missing, fill) => text + fill.repeat(missing))],
  rjust: [PADDED, padding((text, missing, fill) => fill.repeat(missing) + text)],
  zfill: [
    { required: ['self', 'width'] },
    ({ budget }, self, width) => {
      const text = selfText(self);
      const missing = missingCharacters(text, requireCount(width), budget);
      const sign = text.startsWith('-') || text.startsWith('+') ? text.charAt(0) : '';
      return textLike(self, sign + '0'.repeat(missing) + text.slice(sign.length));
    },
  ],
  expandtabs: [
    { required: ['self'], optional: { tabsize: 8 } },
    ({ budget }, self, tabSize) => textLike(self, expandTabs(selfText(self), requireCount(tabSize), budget)),
  ],
});

/** Python puts the odd character of the padding left when the width is odd. */
export function center(text: string, missing: number, fill: string): string {
  const width = codePointLength(text) + missing;
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** How many characters a text lacks to a width; charges them. */
export function missingCharacters(text: string, width: number, budget: Budget): number {
  const missing = Math.max(0, width - codePointLength(text));
  budget.makes(text.length + missing);
  return missing;
}

function padding(pad: (text: string, missing: number, fill: string) => string): NativeBody {
  return ({ budget }, self, width, fill) => {
    const character = requireText(fill, 'fill character');
    if (codePointLength(character) !== 1) {
      throw runtimeFault('The fill character must be exactly one character long');
    }
    const text = selfText(self);
    return textLike(self, pad(text, missingCharacters(text, requireCount(width), budget), character));
  };
}

function expandTabs(text: string, size: number, budget: Budget): string {
  let column = 0;
  let result = '';
  budget.step(text.length);
  for (const character of text) {
    if (character === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      budget.makes(spaces);
      result += ' '.repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  budget.makes(text.length);
  return result;
}
