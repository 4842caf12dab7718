import { isUtf8 } from 'node:buffer';
import { findSecrets, redactSecrets } from '../base/text/secrets.js';
import type { Json } from '../models/spec/model-request.js';

/** What a given text is called where credentials are called by what they look like. */
const GIVEN = 'given text';

/** In how many places a kind of secret was found. */
export interface RemovedKind {
  readonly kind: string;
  readonly places: number;
}

/** Takes secrets out of what is kept, and counts them. */
export class SecretRemoval {
  /** The longest first: one may be a part of another. */
  readonly #given: readonly string[];
  readonly #places = new Map<string, number>();

  /** @param given texts to remove, besides what looks like a credential */
  constructor(given: readonly string[]) {
    this.#given = [...new Set(given)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
  }

  /** How many were taken out so far. */
  get found(): number {
    return this.kinds.reduce((sum, { places }) => sum + places, 0);
  }

  /** The same by what they look like. */
  get kinds(): readonly RemovedKind[] {
    return Array.from(this.#places, ([kind, places]) => ({ kind, places }));
  }

  text(text: string): string {
    let clean = text;
    for (const secret of this.#given) {
      const pieces = clean.split(secret);
      this.#count(GIVEN, pieces.length - 1);
      clean = pieces.join('[redacted]');
    }
    for (const { kind } of findSecrets(clean)) this.#count(kind, 1);
    return redactSecrets(clean);
  }

  textOrNull(text: string | null): string | null {
    return text === null ? null : this.text(text);
  }

  /** A JSON value that holds nothing but data. The names in it stay, unless they look like credentials. */
  value(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (Array.isArray(value)) return value.map((member: Json) => this.value(member));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [this.#name(name), this.value(member)]),
    );
  }

  /** The same for a column. A secret may be written otherwise in JSON than it is. */
  json(json: string): string {
    return this.unlessClean(json, () => JSON.stringify(this.value(JSON.parse(json))));
  }

  /** What was made of a text; the text as it was written when nothing was found in it. */
  unlessClean(text: string, make: () => string): string {
    const found = this.found;
    const made = make();
    return this.found === found ? text : made;
  }

  /**
   * Bytes that may be no UTF-8 all the way: what is not taken out stays byte for byte. Each byte is read as a
   * character of its own; credentials are ASCII, and the given texts are compared as UTF-8.
   */
  bytes(bytes: Uint8Array): Uint8Array {
    const asLatin = new SecretRemoval(this.#given.map((text) => Buffer.from(text).toString('latin1')));
    const clean = asLatin.text(Buffer.from(bytes).toString('latin1'));
    for (const { kind, places } of asLatin.kinds) this.#count(kind, places);
    return asLatin.found === 0 ? bytes : Buffer.from(clean, 'latin1');
  }

  /** A file, when it is a text: another kind of file would be spoilt. */
  file(bytes: Uint8Array): Uint8Array {
    return isUtf8(bytes) ? this.bytes(bytes) : bytes;
  }

  #name(name: string): string {
    for (const { kind } of findSecrets(name)) this.#count(kind, 1);
    return redactSecrets(name);
  }

  #count(kind: string, places: number): void {
    if (places > 0) this.#places.set(kind, (this.#places.get(kind) ?? 0) + places);
  }
}
