import { DONE, type Evaluate, type Execute } from '../runtime/compiled-template.js';
import type { Frame } from '../runtime/frame.js';
import { Macro, type MacroCode } from '../runtime/macro.js';
import { usesName } from '../syntax/names-used.js';
import type { Body, CallBlock, MacroDefinition, Parameter } from '../syntax/syntax-tree.js';
import { compileCallWith } from './compile-call.js';
import { compileVariable } from './compile-target.js';
import { capturedScope, innerScope } from './inner-scope.js';
import type { Scope } from './scope.js';

/** `{% macro %}`: a variable that holds the macro. */
export function compileMacro(node: MacroDefinition, scope: Scope): Execute {
  const assign = compileVariable(node.name, scope);
  const code = macroCode(node.name, node.parameters, node.body, scope);
  return (frame) => {
    assign(frame, new Macro(code, frame));
    return DONE;
  };
}

/** `{% call %}`: calls a macro that may call the body back as `caller`. */
export function compileCallBlock(node: CallBlock, scope: Scope): Execute {
  const code = macroCode(undefined, node.parameters, node.body, scope);
  const caller: Evaluate = (frame: Frame) => new Macro(code, frame);
  const call = compileCallWith(node.call, scope, new Map([['caller', caller]]));
  return scope.unit.executeAt(node.at, (frame) => {
    frame.rendering.insert(call(frame));
    return DONE;
  });
}

function macroCode(
  name: string | undefined,
  parameters: readonly Parameter[],
  body: Body,
  scope: Scope,
): MacroCode {
  const names = parameters.map((parameter) => parameter.name);
  const inner = { ...innerScope(capturedScope(scope), body, names), inLoop: false };
  const implicitSlot = (special: string): number | undefined =>
    usesName(body, special) && !names.includes(special) ? inner.variables.slot(special) : undefined;
  const varargs = implicitSlot('varargs');
  const kwargs = implicitSlot('kwargs');
  const declaresCaller = names.includes('caller');
  const caller = declaresCaller ? inner.variables.slot('caller') : implicitSlot('caller');
  const bare = parameters.find(
    (parameter) => parameter.name === 'caller' && parameter.standard === undefined,
  );
  if (bare !== undefined && usesName(body, 'caller')) {
    throw scope.unit.error(
      bare.at,
      'When defining macros or call blocks the special "caller" argument must be omitted or be given a default.',
    );
  }
  return {
    name,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      slot: inner.variables.slot(parameter.name),
      standard: parameter.standard && inner.unit.expression(parameter.standard, inner),
    })),
    varargs,
    kwargs,
    caller,
    declaresCaller,
    execute: inner.unit.body(body, inner),
    size: inner.variables.size,
  };
}
