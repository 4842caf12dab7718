import type { Rendering } from '../runtime/rendering.js';
import { Markup } from '../values/markup.js';
import { text } from '../values/text.js';
import type { Value } from '../values/value.js';

/** A value as text: markup stays markup, everything else becomes what printing it shows. */
export function softText({ budget }: Rendering, value: Value): string | Markup {
  return value instanceof Markup ? value : text(value, budget);
}
