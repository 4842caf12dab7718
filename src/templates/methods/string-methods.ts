import type { FunctionTable } from '../runtime/native-function.js';
import { CASE_METHODS } from './string-case.js';
import { FORMAT_METHODS } from './string-format.js';
import { PADDING_METHODS } from './string-padding.js';
import { PREDICATE_METHODS } from './string-predicates.js';
import { SEARCH_METHODS } from './string-search.js';
import { SPLIT_METHODS } from './string-split.js';
import { STRIP_METHODS } from './string-strip.js';

/** The methods of strings; those of markup give markup. */
export const STRING_METHODS: FunctionTable = new Map([
  ...CASE_METHODS,
  ...STRIP_METHODS,
  ...SPLIT_METHODS,
  ...SEARCH_METHODS,
  ...PADDING_METHODS,
  ...PREDICATE_METHODS,
  ...FORMAT_METHODS,
]);
