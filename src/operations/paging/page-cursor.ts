import * as z from 'zod/mini';
import { sha256 } from '../../base/checksum.js';
import type { PageEnd } from '../../store/page.js';
import { InvalidInputError } from '../operation.js';

/** Far beyond what the longest title makes. */
const LONGEST = 4000;
const CHECK_LENGTH = 6;

/**
 * Where a page ended, as whoever reads the list holds it: the next page begins behind it, whatever was added or
 * removed meanwhile. It says nothing to its reader, goes into an address as it is, and is checked when it comes
 * back.
 *
 * @param list whose cursor it is, and in which order; one of another list is refused
 * @example cursorTo('audit', [17])
 */
export function cursorTo(list: string, end: PageEnd): string {
  const content = JSON.stringify([list, ...end]);
  return Buffer.from(checkOf(content) + content).toString('base64url');
}

/**
 * The end of the page before.
 *
 * @param schema of the end
 * @returns undefined for the first page, which has no cursor
 * @throws InvalidInputError when the text is no cursor of this list, or was changed
 */
export function endAt<End extends PageEnd>(
  list: string,
  schema: z.ZodMiniType<End>,
  cursor: string | undefined,
): End | undefined {
  if (cursor === undefined) return undefined;
  const [name, ...end] = contentOf(cursor) ?? [];
  if (name === undefined) throw unfit(cursor, 'is no cursor, or was changed on its way');
  if (name !== list) throw unfit(cursor, 'is of another list, or of another order');
  const parsed = z.safeParse(schema, end);
  if (!parsed.success) throw unfit(cursor, 'is no cursor');
  return parsed.data;
}

/** Null when it was not made by `cursorTo`. */
function contentOf(cursor: string): unknown[] | null {
  if (cursor.length > LONGEST) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  // What is no part of the alphabet is passed over when it is read.
  if (bytes.toString('base64url') !== cursor) return null;
  const text = bytes.toString();
  const content = text.slice(CHECK_LENGTH);
  if (checkOf(content) !== text.slice(0, CHECK_LENGTH)) return null;
  const parsed = z.safeParse(z.array(z.unknown()), jsonOrNull(content));
  return parsed.success ? parsed.data : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Against slips of the hand and cut-off ends; who makes one on purpose gets only what the list shows anyway. */
function checkOf(content: string): string {
  return sha256(content).slice(0, CHECK_LENGTH);
}

function unfit(cursor: string, why: string): InvalidInputError {
  const shown = cursor.length <= 60 ? cursor : `${cursor.slice(0, 60).toWellFormed()}…`;
  return new InvalidInputError(`"${shown}" ${why}.`, {
    hint: 'Take the cursor that the page before ended with, with the same order, or leave it out for the first page.',
  });
}
