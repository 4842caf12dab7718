/** What the words around a name say about it: that it will be made, or that it is there to be changed. */
export type PlanCue = 'create' | 'change' | null;

const CREATE =
  /\b(?:creat(?:e[ds]?|ing)|new|add(?:s|ed|ing)?|introduc(?:e[ds]?|ing)|generat(?:e[ds]?|ing)|scaffold|implement(?:s|ed|ing)?|defin(?:e[ds]?|ing)|writ(?:e|es|ing))\b/i;
const CHANGE =
  /\b(?:modif(?:y|ies|ied|ying)|updat(?:e[ds]?|ing)|chang(?:e[ds]?|ing)|extend(?:s|ed|ing)?|renam(?:e[ds]?|ing)|refactor(?:s|ed|ing)?|replac(?:e[ds]?|ing)|remov(?:e[ds]?|ing)|delet(?:e[ds]?|ing)|fix(?:es|ed|ing)?|edit(?:s|ed|ing)?|existing|call(?:s|ed|ing)?)\b/i;
/** "Add a field to …", "remove it from …": what follows is there already. */
const TARGET =
  /\b(?:to|into|from|of|inside|within|after|before|beside)(?: the| our| file| existing){0,2}\W{0,4}$/i;
const NEW_MARK =
  /[([]\s*(?:new|create|created|add|added|to be created)\b[^)\]]{0,40}[)\]]|\|\s*(?:new|create|add|added)\s*\||(?:[-–—:]|\bis)\s*(?:a\s+)?new\b/i;
const NEW_LIST =
  /\b(?:new|added|create|creating|add)\b.{0,40}\b(?:files?|modules?|components?|classes|folders?|director(?:y|ies)|tests?)\b|\bfiles?\b.{0,20}\b(?:(?:to (?:be )?)?(?:create|created|add|added))\b|^\W*(?:create[ds]?|new|add(?:ed)?)\W*$/i;

/**
 * What the line says about the name that begins at a place in it: the word nearest before it decides,
 * and a mark such as "(new)" in any case.
 */
export function cueInLine(line: string, start: number, end: number): PlanCue {
  if (NEW_MARK.test(line.slice(end))) return 'create';
  const before = line.slice(0, start);
  const create = lastIndex(before, CREATE);
  const change = lastIndex(before, CHANGE);
  if (create < 0 && change < 0) return null;
  if (change > create) return 'change';
  return TARGET.test(before) ? 'change' : 'create';
}

/** Whether a heading, or a line before a list, says that what follows will be made. */
export function introducesNew(line: string): boolean {
  return NEW_LIST.test(line) && !CHANGE.test(line);
}

function lastIndex(text: string, shape: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(shape, 'gi'))) last = index;
  return last;
}
