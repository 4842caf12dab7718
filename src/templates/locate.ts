import type { SourceText } from '../base/text/source-text.js';
import type { TemplateError } from './errors.js';
import {
  LimitError,
  placeOf,
  TemplateNotFoundError,
  TemplateRuntimeError,
  UndefinedError,
} from './errors.js';
import { Fault, limitFault } from './fault.js';

/**
 * Gives a fault its place: the public error for anything the engine threw at `offset`.
 * What already has a place, or is not the engine's (a bug, a filter's own error), is returned as it is.
 */
export function locate(thrown: unknown, source: SourceText, offset: number): unknown {
  if (thrown instanceof Fault) return locatedFault(thrown, source, offset);
  const fault = engineLimit(thrown);
  if (fault !== undefined) return locatedFault(fault, source, offset);
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

/** JavaScript's own limits, behind the budgets: a stack or a string as large as it can be. */
function engineLimit(thrown: unknown): Fault | undefined {
  if (!(thrown instanceof RangeError)) return undefined;
  if (thrown.message.includes('call stack')) return limitFault('depth', 'The template nests too deeply.');
  if (thrown.message.includes('string length')) return limitFault('output', 'The text becomes too long.');
  return undefined;
}
