import type { AggregateOptions } from '@photostructure/sqlite';

/** Made larger by doubling. */
const FIRST_BYTES = 65_536;
const BYTES_OF_NUMBER = 8;

/** Rows in one value, laid out as `columnsIn` reads them. */
class RowPacker {
  #view = new DataView(new ArrayBuffer(FIRST_BYTES));
  #length = 0;
  #text: unknown;
  #texts = 0;

  add(text: unknown, numbers: readonly unknown[]): void {
    if (this.#texts === 0 || text !== this.#text) this.#texts++;
    this.#text = text;
    this.#push(this.#texts);
    for (const number of numbers) this.#push(Number(number));
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.#length);
  }

  #push(number: number): void {
    if (this.#length === this.#view.byteLength) this.#grow();
    this.#view.setFloat64(this.#length, number);
    this.#length += BYTES_OF_NUMBER;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#length);
    larger.set(this.bytes());
    this.#view = new DataView(larger.buffer);
  }
}

/** A number is what the driver hands from row to row with the least ado. */
const STATE = 0;

/**
 * The function `packed_rows(text, number, …)` of SQL: to hand over a row by itself takes the driver three times as long
 * as to call this with it. The driver copies what it keeps between rows, so that the packer is kept here: a statement
 * has one of these functions at most.
 */
export function packedRows(): AggregateOptions {
  let packer = new RowPacker();
  return {
    varargs: true,
    start: () => {
      packer = new RowPacker();
      return STATE;
    },
    step: (_, text, ...numbers) => {
      packer.add(text, numbers);
      return STATE;
    },
    result: () => packer.bytes(),
  };
}
