import { excerpt } from '../../base/text/excerpt.js';
import type { SourceText } from '../../base/text/source-text.js';

/** Something in the file of a workflow that is wrong. */
export interface WorkflowFault {
  /** What is wrong, a sentence. */
  readonly message: string;
  /** What was meant most likely, or what to do, a sentence; null when there is nothing to add. */
  readonly hint: string | null;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The line with a caret under the column, two lines of text. */
  readonly excerpt: string;
}

/** @param offset where it is, in UTF-16 units */
export function faultAt(
  source: SourceText,
  offset: number,
  message: string,
  hint: string | null = null,
): WorkflowFault {
  const position = source.position(offset);
  return { message, hint, ...position, excerpt: excerpt(source, position) };
}

/** In the order of the file; what is said of one place stays in the order in which it was found. */
export function inOrderOfFile(faults: readonly WorkflowFault[]): WorkflowFault[] {
  return faults.toSorted((left, right) => left.line - right.line || left.column - right.column);
}
