import { snakeCaseKeys } from '../../../base/text/snake-case.js';
import type { ExportFormat } from './export-format.js';

/** A JSON document a line, each with all that is on record. */
export const jsonLines: ExportFormat = {
  head: '',
  entry: (record) => `${JSON.stringify(snakeCaseKeys(record))}\n`,
};
