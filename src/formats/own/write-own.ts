import { writtenWithEscapes } from '../fragile-text.js';
import { withFrontMatter } from '../front-matter.js';
import type { JsonObject } from '../json-value.js';
import type { DocumentMessage, PromptDocument } from '../prompt-document.js';
import type { WrittenPrompt } from '../prompt-format.js';
import { printYaml } from '../yaml/print-yaml.js';
import { printMarked } from './role-marks.js';
import { variablesField } from './variables-field.js';

/**
 * Writes a document as Markdown with front matter, from which it is read back as it was. What the document
 * does not say is left out.
 */
export async function writeOwn(document: PromptDocument): Promise<WrittenPrompt> {
  const { field, body } = layOut(document.messages);
  const yaml = await printYaml({ ...metadata(document), ...field });
  return { text: withFrontMatter(yaml, body), extension: '.md', losses: [] };
}

interface Layout {
  readonly field: JsonObject;
  readonly body: string;
}

/** One message of the user is the body; several are marked in it, or stand in the front matter. */
function layOut(messages: readonly DocumentMessage[]): Layout {
  if (messages.some(({ text }) => writtenWithEscapes(text)))
    return { field: { messages: messages.map(({ role, text }) => ({ role, text })) }, body: '' };
  const [first, ...others] = messages;
  if (first?.role === 'user' && others.length === 0) return { field: {}, body: `${first.text}\n` };
  return { field: { messages: 'marked' }, body: printMarked(messages) };
}

function metadata(document: PromptDocument): JsonObject {
  const { name, description, category, tags, kind, featureType, isTemplate, variables, settings } = document;
  return {
    ...(name === null ? {} : { name }),
    ...(description === null ? {} : { description }),
    ...(category === null ? {} : { category }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(kind === null ? {} : { kind }),
    ...(featureType === null ? {} : { feature_type: featureType }),
    ...(isTemplate ? { template: true } : {}),
    ...(variables.length === 0 ? {} : { variables: variablesField(variables) }),
    ...(settings.model === null ? {} : { model: settings.model }),
    ...(Object.keys(settings.parameters).length === 0 ? {} : { parameters: settings.parameters }),
    ...(settings.responseSchema === null ? {} : { response_schema: settings.responseSchema }),
    ...(document.version === null ? {} : { version: document.version }),
  };
}
