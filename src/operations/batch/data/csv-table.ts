import type { CsvError } from 'csv-parse';
import { DataUnreadableError } from './errors.js';
import { rowTooLong } from './longest-row.js';
import type { RowReading } from './row-reading.js';

/** Makes rows of the records of a table, and knows on which line each begins. */
export class CsvTable {
  readonly #name: string;
  #columns: readonly string[] = [];
  #rows = 0;
  /** Of the records that do not fit the header, and were not asked for yet. */
  readonly #misfits = new WeakMap<readonly string[], DataUnreadableError>();
  #lastLine = 0;
  /** The parser counts a line end of two characters within quotation marks as two; so many were too many. */
  #excess = 0;

  /** @param name the name of the data, for errors */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * Looks at the records in their order.
   *
   * @param lines how many lines the parser has counted at the end of the record
   * @throws DataUnreadableError for a header that names no columns
   */
  check(fields: readonly string[], lines: number): 'header' | 'row' {
    this.#excess += countOf(/\r\n/g, fields);
    this.#lastLine = lines - this.#excess;
    const line = this.#lastLine - countOf(/\r\n?|\n/g, fields);
    if (this.#columns.length === 0) {
      this.#columns = this.#header(fields, line);
      return 'header';
    }
    if (fields.length !== this.#columns.length) this.#misfits.set(fields, this.#misfit(fields, line));
    return 'row';
  }

  /** The next row, of a record that was looked at. */
  row(fields: readonly string[]): RowReading {
    const row = ++this.#rows;
    const error = this.#misfits.get(fields);
    if (error !== undefined) return { row, error };
    const values = Object.fromEntries(this.#columns.map((name, at) => [name, fields[at] ?? '']));
    return { row, values };
  }

  /** @throws DataUnreadableError when not even a header came */
  end(): void {
    if (this.#columns.length === 0) throw this.#fault(1, 'there is nothing.', NEEDS_HEADER);
  }

  /** What the parser refuses, in words. */
  explained(error: CsvError): DataUnreadableError {
    const options = { cause: error };
    const rowLine = this.#lastLine + 1;
    const line = typeof error.lines === 'number' ? error.lines - this.#excess : rowLine;
    switch (error.code) {
      case 'CSV_MAX_RECORD_SIZE':
        return rowTooLong(this.#name, rowLine, options);
      case 'CSV_QUOTE_NOT_CLOSED':
        return this.#fault(rowLine, 'a quotation mark is not closed in the row that begins here.', DOUBLED);
      default:
        return this.#fault(line, 'a quotation mark stands where none may stand.', DOUBLED, options);
    }
  }

  #header(fields: readonly string[], line: number): readonly string[] {
    const names = fields.map((field) => field.trim());
    const empty = names.indexOf('');
    if (empty >= 0) throw this.#fault(line, `column ${empty + 1} of the header has no name.`, NEEDS_HEADER);
    const twice = names.find((name, at) => names.indexOf(name) < at);
    if (twice === undefined) return names;
    throw this.#fault(line, `the header names "${twice}" twice.`, 'Give one of the columns another name.');
  }

  #misfit({ length }: readonly string[], line: number): DataUnreadableError {
    const found = `${length} ${length === 1 ? 'field' : 'fields'}`;
    const fault = `${found}, and the header has ${this.#columns.length}.`;
    return this.#fault(line, fault, 'A field with a comma or a line end in it is put in quotation marks.');
  }

  #fault(line: number, fault: string, hint: string, options?: ErrorOptions): DataUnreadableError {
    return new DataUnreadableError(this.#name, line, fault, hint, options);
  }
}

const NEEDS_HEADER = 'The first line names the columns, which are the variables of the prompt.';
const DOUBLED = 'A field with a quotation mark in it is put in quotation marks, and its own are doubled.';

function countOf(pattern: RegExp, fields: readonly string[]): number {
  return fields.reduce((count, field) => count + (field.match(pattern)?.length ?? 0), 0);
}
