import { TemplateObject } from '../values/template-object.js';
import type { Value } from '../values/value.js';
import type { CallArguments } from './call-arguments.js';
import type { Rendering } from './rendering.js';

/** An object that a template can call. Nothing else can be called, whatever the context holds. */
export abstract class Callable extends TemplateObject {
  abstract call(rendering: Rendering, args: CallArguments): Value;
}
