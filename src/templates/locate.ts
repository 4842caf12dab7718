import type { TemplateError } from './errors.js';
import {
  LimitError,
  placeOf,
  TemplateNotFoundError,
  TemplateRuntimeError,
  UndefinedError,
} from './errors.js';
import { Fault } from './fault.js';
import type { SourceText } from './source-text.js';

/**
 * Gives a fault its place: the public error for anything the engine threw at `offset`.
 * What already has a place, or is not the engine's (a bug, a filter's own error), is returned as it is.
 */
export function locate(thrown: unknown, source: SourceText, offset: number): unknown {
  if (thrown instanceof Fault) return locatedFault(thrown, source, offset);
  if (isStackOverflow(thrown)) {
    const fault = new Fault('limit', 'The template nests too deeply.', ['depth']);
    return locatedFault(fault, source, offset);
  }
  return thrown;
}

function locatedFault(fault: Fault, source: SourceText, offset: number): TemplateError {
  const place = placeOf(source, offset);
  switch (fault.kind) {
    case 'undefined':
      return new UndefinedError(fault.message, place);
    case 'limit':
      return new LimitError(fault.message, place, fault.subject[0] ?? 'steps');
    case 'not-found':
      return new TemplateNotFoundError(fault.message, place, fault.subject);
    case 'runtime':
      return new TemplateRuntimeError(fault.message, place);
  }
}

/** The depth budget comes first; the stack is the backstop for what it cannot foresee. */
function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack');
}
