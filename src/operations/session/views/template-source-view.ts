import type { TemplateSource } from '../../../engine/session/prompt-template.js';
import type { TemplateSourceView } from '../view-shapes.js';

export function templateSourceView({ layer, checksum, note, versions }: TemplateSource): TemplateSourceView {
  return { layer, checksum, note, versions: [...versions] };
}
