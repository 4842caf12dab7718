import { keysAsWritten, snakeCaseKeys } from '../../../base/text/snake-case.js';
import type { ResultFormat } from './result-format.js';

/** A JSON document a line, each with all that is known of a row. */
export const jsonLines: ResultFormat = {
  head: '',
  entry: (row) => {
    const document = { ...row, input: keysAsWritten(row.input), value: keysAsWritten(row.value) };
    return `${JSON.stringify(snakeCaseKeys(document))}\n`;
  },
};
