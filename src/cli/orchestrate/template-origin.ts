import type { TemplateSourceView } from '../../operations/session/view-shapes.js';

/** The layers in words, as pages show them. */
export const layerWords: Readonly<Record<TemplateSourceView['layer'], string>> = {
  named: 'named',
  workspace: 'workspace',
  'project-type': 'feature type in the project',
  project: 'project',
  type: 'feature type',
  global: 'global',
  'built-in': 'built in',
};

/** A template with the layer that it came from, and why it was not another one. */
export function templateOrigin(template: string | null, source: TemplateSourceView | null): string {
  if (template === null) return '';
  if (source === null) return template;
  const layer = source.layer === 'built-in' ? '' : ` (${layerWords[source.layer]})`;
  return source.note === null ? `${template}${layer}` : `${template}${layer}: ${source.note}`;
}
