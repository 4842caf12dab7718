import type { FunctionTable } from '../runtime/native-function.js';
import { AGGREGATE_FILTERS } from './aggregate-filters.js';
import { ESCAPE_FILTERS } from './escape-filters.js';
import { HTML_FILTERS } from './html-filters.js';
import { LAYOUT_FILTERS } from './layout-filters.js';
import { MAPPING_FILTERS } from './mapping-filters.js';
import { NUMBER_FILTERS } from './number-filters.js';
import { SELECTION_FILTERS } from './selection-filters.js';
import { SEQUENCE_FILTERS } from './sequence-filters.js';
import { SERIALIZATION_FILTERS } from './serialization-filters.js';
import { SORT_FILTERS } from './sort-filters.js';
import { TEXT_FILTERS } from './text-filters.js';

/** The filters of the language. */
export const BUILTIN_FILTERS: FunctionTable = new Map([
  ...TEXT_FILTERS,
  ...LAYOUT_FILTERS,
  ...ESCAPE_FILTERS,
  ...HTML_FILTERS,
  ...SEQUENCE_FILTERS,
  ...AGGREGATE_FILTERS,
  ...SORT_FILTERS,
  ...SELECTION_FILTERS,
  ...MAPPING_FILTERS,
  ...NUMBER_FILTERS,
  ...SERIALIZATION_FILTERS,
]);
