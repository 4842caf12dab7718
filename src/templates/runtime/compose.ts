import type { Value } from '../values/value.js';
import type { CompiledTemplate } from './compiled-template.js';
import { Context } from './context.js';
import type { Frame } from './frame.js';
import { TemplateModule } from './template-module.js';

/** Variables handed to a template that is brought in; undefined hands over nothing but the globals. */
export type Handover = ReadonlyMap<string, Value> | undefined;

/** Prints another template in the place of its include. */
export function includeTemplate(frame: Frame, template: CompiledTemplate, visible: Handover): void {
  const { rendering } = frame;
  const outside = rendering.autoescape;
  rendering.autoescape = rendering.engine.autoescape;
  rendering.runInside(template.name, () => template.start(rendering, contextFor(frame, visible)));
  rendering.autoescape = outside;
}

/** Runs another template for its macros and variables. Without a handover it is run once a rendering. */
export function importModule(frame: Frame, template: CompiledTemplate, visible: Handover): TemplateModule {
  const { modules } = frame.rendering;
  const known = visible === undefined ? modules.get(template.name) : undefined;
  if (known !== undefined) return known;
  const context = contextFor(frame, visible);
  const { rendering } = frame;
  const { text } = rendering.capture(() =>
    rendering.runInside(template.name, () => template.start(rendering, context)),
  );
  const module = new TemplateModule(context, text);
  if (visible === undefined) modules.set(template.name, module);
  return module;
}

function contextFor(frame: Frame, visible: Handover): Context {
  if (visible === undefined) return new Context(frame.rendering.engine.globalNames);
  const handed = new Context(frame.context);
  for (const [name, value] of visible) handed.variables.set(name, value);
  return new Context(handed);
}
