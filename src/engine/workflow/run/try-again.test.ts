import { describe, expect, it } from 'vitest';
import { type ErrorKind, PromptRunnerError } from '../../../base/errors.js';
import { newExecutionId, newRunId } from '../../../base/ids.js';
import { type FaultClass, ModelCallError } from '../../../models/spec/model-fault.js';
import { compile } from '../../../templates/index.js';
import { ExecutionFailedError, ResponseSchemaError, ToolRoundsError } from '../../execution/errors.js';
import { CommandFailedError, StepCutOffError, StepTimeoutError } from './errors.js';
import { mayPass, waitBeforeTry } from './try-again.js';

const id = newExecutionId();

function failed(fault: FaultClass): ExecutionFailedError {
  const known = { status: null, retryAfterMs: null, requestId: null, partial: null };
  const cause = new ModelCallError('It failed.', { fault, ...known });
  return new ExecutionFailedError(id, cause, { code: fault, message: 'It failed.' }, null);
}

class Other extends PromptRunnerError {
  readonly code = 'OTHER';
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind) {
    super('It failed.');
    this.kind = kind;
  }
}

function templateFault(): unknown {
  try {
    return compile('{{ nothing.at.all }}').render();
  } catch (error) {
    return error;
  }
}

describe('a failure', () => {
  it.each([
    ['a provider that is overloaded', failed('overloaded'), true],
    ['an answer of another shape', new ResponseSchemaError(id, 'It is no JSON.'), true],
    ['a step that took too long', new StepTimeoutError(5), true],
    ['a command that failed', new CommandFailedError('npm', 1, ''), true],
    ['a key that is wrong', failed('auth'), false],
    ['a question that is refused', failed('bad-request'), false],
    ['somebody who ended it', failed('aborted'), false],
    ['a model that lost its way', new ToolRoundsError(id, 40), false],
    ['a template that is wrong', templateFault(), false],
    ['a command that was cut off', new StepCutOffError(newRunId(), 'a'), false],
    ['a mistake of the caller', new Other('usage'), false],
    ['a limit', new Other('not-allowed'), false],
    ['a fault of the program', new TypeError('x'), false],
  ])('by %s', (_what, error, passes) => {
    expect(mayPass(error)).toBe(passes);
  });

  it('is waited for longer each time, up to half a minute', () => {
    expect([1, 2, 3, 6, 20].map(waitBeforeTry)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
  });
});
