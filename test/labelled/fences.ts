import type { Forms } from './factors.js';
import type { Random } from './random.js';

/** A fence as it opens; it closes with the same mark and length. */
export interface Fence {
  readonly mark: '`' | '~';
  readonly length: number;
  readonly info: string;
}

export function opening(fence: Fence): string {
  return fence.mark.repeat(fence.length) + fence.info;
}

export function closing(fence: Fence): string {
  return fence.mark.repeat(fence.length);
}

/** The fence around a body, or null for an unfenced one. */
export function outerFence(forms: Forms, random: Random): Fence | null {
  const shortest = forms.nested === 'shorter' ? 4 : 3;
  switch (forms.fence) {
    case 'none':
      return null;
    case 'backtick-3':
      return { mark: '`', length: 3, info: '' };
    case 'backtick-4':
      return { mark: '`', length: 4, info: '' };
    case 'backtick-5':
      return { mark: '`', length: 5, info: '' };
    case 'tilde':
      return { mark: '~', length: random.int(shortest, 5), info: random.pick(['', 'text']) };
    case 'info':
      return { mark: '`', length: random.int(shortest, 4), info: random.pick(['markdown', 'md', 'text']) };
  }
}

/**
 * The fence of a block inside a body. Inside a fence of its own length it carries a tag, except where the
 * lack of one is the form under test: an untagged line of that length would as well close the outer fence.
 */
export function innerFence(outer: Fence | null, nested: Forms['nested'], tag: string, random: Random): Fence {
  const optionalTag = random.pick([tag, '']);
  if (outer === null) {
    const mark = random.chance(0.15) ? '~' : '`';
    return { mark, length: 3, info: nested === 'same-untagged' ? '' : tag };
  }
  switch (nested) {
    case 'none':
      return { mark: outer.mark === '`' ? '~' : '`', length: 3, info: optionalTag };
    case 'shorter':
      return { mark: outer.mark, length: random.int(3, outer.length - 1), info: optionalTag };
    case 'same-untagged':
      return { ...outer, info: '' };
    case 'same-tagged':
    case 'inner-unclosed':
    case 'outer-unclosed':
      return { ...outer, info: tag };
  }
}

/** The fence around a whole answer whose longest fence is as long as given. */
export function wrappingFence(wrap: Forms['wrap'], longest: number, random: Random): Fence | null {
  if (wrap === 'none') return null;
  const length = wrap === 'longer' ? longest + random.int(1, 2) : longest;
  return { mark: '`', length: Math.max(3, length), info: random.pick(['markdown', 'md']) };
}
