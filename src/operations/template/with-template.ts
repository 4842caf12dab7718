import { type TemplateOptions, withFetched } from '../../templates/index.js';
import type { TemplateDeps } from './template-deps.js';
import type { TemplateInput } from './template-input.js';
import { utf8Text } from './utf8-text.js';

/** Does work with a template and with those that it brings in, which are fetched as they are needed. */
export function withTemplate<Result>(
  { templates }: TemplateDeps,
  { template, ...language }: TemplateInput,
  work: (source: string, options: TemplateOptions) => Result,
): Promise<Result> {
  const { name } = template;
  const source = utf8Text(template.bytes, name);
  const fetch = async (wanted: string) => {
    const bytes = await templates.fetch(wanted);
    return bytes && utf8Text(bytes, wanted);
  };
  const namesNear = (missing: string) => templates.namesNear(missing);
  return withFetched(fetch, (loader) => work(source, { ...language, name, loader, namesNear }));
}
