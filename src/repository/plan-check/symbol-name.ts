/** A symbol as a plan names it. */
export interface SymbolName {
  /** Its parts: `Store.save()` has two. */
  readonly parts: readonly string[];
}

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
/** What languages and their libraries bring along. */
const GIVEN = new Set(
  `Array Object Promise JSON Math Date Map Set String Number Boolean RegExp Error Symbol Buffer console
   process window document global globalThis fs path os sys re React Vue this self super std string list dict
   fmt http errors context time`.split(/\s+/),
);

/**
 * The symbol that a word in backticks is: a call, a member, or a name with a capital or an underscore
 * within. Null for plain words, types with parameters, commands and constants, which may be variables of
 * the environment.
 */
export function symbolName(word: string): SymbolName | null {
  const call = /^([^()\s]{1,120})\([^()]{0,120}\)$/.exec(word);
  const parts = (call?.[1] ?? word).replace(/^[@#]|^::/, '').split(/\.|::|#/);
  if (parts.length > 4 || !parts.every((part) => IDENTIFIER.test(part))) return null;
  const name = parts.at(-1) ?? '';
  if (name.length < 3 || GIVEN.has(parts[0] ?? '') || /^[\p{Lu}\d_$]+$/u.test(name)) return null;
  const telling = call !== null || /\p{Ll}\p{Lu}/u.test(name) || /[^_]_[^_]/.test(name);
  const member = parts.length > 1 && parts.every((part) => part.length > 2) && /\p{Lu}/u.test(parts[0] ?? '');
  return telling || member ? { parts } : null;
}
