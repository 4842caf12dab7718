import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditChain } from './audit-chain.js';
import {
  type AuditEntry,
  auditHash,
  auditSubjectKinds,
  FIRST_HASH,
  type NewAuditEntry,
} from './audit-entry.js';

/** JSON as it is read: without what JSON does not know. */
const jsonValue = fc.json().map((text): unknown => JSON.parse(text));
const text = fc.string({ unit: 'binary' });

const newEntry: fc.Arbitrary<NewAuditEntry> = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }),
  actor: text,
  action: text,
  subject: fc.record({
    kind: fc.constantFrom(...auditSubjectKinds),
    id: fc.option(text),
    name: text,
  }),
  before: jsonValue,
  after: jsonValue,
  note: fc.option(text),
  forced: fc.boolean(),
});

function chained(entries: readonly NewAuditEntry[]): AuditEntry[] {
  let previousHash = FIRST_HASH;
  return entries.map((entry, at) => {
    const number = at + 1;
    const hash = auditHash(number, previousHash, entry);
    const placed = { ...entry, number, previousHash, hash };
    previousHash = hash;
    return placed;
  });
}

function breaksIn(entries: readonly AuditEntry[]) {
  const chain = new AuditChain();
  return entries.flatMap((entry) => chain.breaksAt({ place: entry, entry }));
}

const chains = fc.array(newEntry, { minLength: 1, maxLength: 8 }).map(chained);
const chainWithPlace = chains.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.nat({ max: entries.length - 1 })),
);

/** An entry with each of its fields replaced by another value, one at a time. */
function tamperings(entry: AuditEntry, other: NewAuditEntry): AuditEntry[] {
  const { subject } = entry;
  const candidates: AuditEntry[] = [
    { ...entry, at: other.at },
    { ...entry, actor: other.actor },
    { ...entry, action: other.action },
    { ...entry, subject: { ...subject, kind: other.subject.kind } },
    { ...entry, subject: { ...subject, id: other.subject.id } },
    { ...entry, subject: { ...subject, name: other.subject.name } },
    { ...entry, before: other.before },
    { ...entry, after: other.after },
    { ...entry, before: entry.after, after: entry.before },
    { ...entry, actor: entry.action, action: entry.actor },
    { ...entry, note: other.note },
    { ...entry, forced: !entry.forced },
    { ...entry, previousHash: 'f'.repeat(64) },
    { ...entry, hash: 'f'.repeat(64) },
    { ...entry, hash: entry.hash.toUpperCase() },
  ];
  return candidates.filter((changed) => JSON.stringify(changed) !== JSON.stringify(entry));
}

describe('a chain of entries', () => {
  it('is unbroken as it was written', () => {
    fc.assert(
      fc.property(chains, (entries) => {
        expect(breaksIn(entries)).toEqual([]);
      }),
    );
  });

  it('shows any change of any field of any entry', () => {
    fc.assert(
      fc.property(chainWithPlace, newEntry, ([entries, place], other) => {
        const entry = entries[place];
        if (entry === undefined) throw new Error('No such place.');
        const changed = tamperings(entry, other);
        expect(changed.length).toBeGreaterThanOrEqual(3);
        for (const one of changed) {
          const [first] = breaksIn(entries.with(place, one));
          expect(first).toMatchObject({ from: entry.number, to: entry.number });
        }
      }),
    );
  });

  it('shows a change that was given its right hash at the entry after it', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        fc.pre(place < entries.length - 1);
        const entry = entries[place];
        if (entry === undefined) throw new Error('No such place.');
        const changed = { ...entry, forced: !entry.forced };
        const hash = auditHash(entry.number, entry.previousHash, changed);
        const next = entry.number + 1;
        expect(breaksIn(entries.with(place, { ...changed, hash }))).toEqual([
          { kind: 'not-linked', from: next, to: next },
        ]);
      }),
    );
  });

  it('shows which entries were removed, but for the last ones', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.nat(), (entries, first, count) => {
        const from = 1 + (first % entries.length);
        const to = Math.min(from + (count % 3), entries.length);
        const left = entries.filter(({ number }) => number < from || number > to);
        const expected = to === entries.length ? [] : [{ kind: 'missing', from, to }];
        expect(breaksIn(left)).toEqual(expected);
      }),
    );
  });

  it('shows a removal that was hidden by new numbers', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        fc.pre(place < entries.length - 1);
        const left = entries.toSpliced(place, 1).map((entry, at) => ({ ...entry, number: at + 1 }));
        expect(breaksIn(left)[0]).toEqual({ kind: 'not-linked', from: place + 1, to: place + 1 });
      }),
    );
  });

  it('shows entries that changed places', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        fc.pre(place < entries.length - 1);
        const [one, two] = entries.slice(place);
        if (one === undefined || two === undefined) throw new Error('No such place.');
        const swapped = entries
          .with(place, { ...two, number: one.number })
          .with(place + 1, { ...one, number: two.number });
        expect(breaksIn(swapped)).not.toEqual([]);
      }),
    );
  });

  it('takes what cannot be read for changed, and goes on behind it', () => {
    fc.assert(
      fc.property(chainWithPlace, ([entries, place]) => {
        const chain = new AuditChain();
        const breaks = entries.flatMap((entry, at) =>
          chain.breaksAt({ place: entry, entry: at === place ? null : entry }),
        );
        expect(breaks).toEqual([{ kind: 'changed', from: place + 1, to: place + 1 }]);
      }),
    );
  });
});
