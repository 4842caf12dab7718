import { type AuditEntry, type AuditPlace, auditHash, FIRST_HASH } from './audit-entry.js';

/** An entry as it was found: its place, and what it says; null when that is not readable any more. */
export interface FoundEntry {
  readonly place: AuditPlace;
  readonly entry: AuditEntry | null;
}

/** Entries, by their numbers, at which a chain is broken. */
export interface AuditBreak {
  readonly kind: /** What they say, or their place, is not what was hashed. */
    | 'changed'
    /** They are not there. */
    | 'missing'
    /** They stand on another entry than the one before: that one was replaced, or they were. */
    | 'not-linked';
  readonly from: number;
  readonly to: number;
}

/**
 * Goes along a chain of entries, from the first, and tells where it is broken. What was taken from the end
 * leaves no trace in a chain.
 *
 * @example
 * const chain = new AuditChain();
 * for (const found of entries) chain.breaksAt(found); // [], or what is wrong there
 */
export class AuditChain {
  #last: AuditPlace = { number: 0, previousHash: '', hash: FIRST_HASH };

  /** @param found the next entry, with a greater number than the one before */
  breaksAt({ place, entry }: FoundEntry): AuditBreak[] {
    const last = this.#last;
    this.#last = place;
    const breaks: AuditBreak[] = [];
    if (place.number !== last.number + 1) {
      breaks.push({ kind: 'missing', from: last.number + 1, to: place.number - 1 });
    } else if (place.previousHash !== last.hash) {
      breaks.push(breakOf('not-linked', place));
    }
    if (!isAsHashed(place, entry)) breaks.push(breakOf('changed', place));
    return breaks;
  }
}

function breakOf(kind: AuditBreak['kind'], { number }: AuditPlace): AuditBreak {
  return { kind, from: number, to: number };
}

function isAsHashed({ number, previousHash, hash }: AuditPlace, entry: AuditEntry | null): boolean {
  return entry !== null && auditHash(number, previousHash, entry) === hash;
}
