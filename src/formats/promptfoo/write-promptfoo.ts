import { checkedWrite } from '../checked-write.js';
import type { JsonValue } from '../json-value.js';
import type { PromptDocument, PromptSettings } from '../prompt-document.js';
import type { WrittenPrompt } from '../prompt-format.js';
import { printYaml } from '../yaml/print-yaml.js';
import { printChatText } from './chat-text.js';
import { readPromptfoo } from './read-promptfoo.js';

/** Writes a configuration with one prompt, whose variables with values stand in its `defaultTest`. */
export async function writePromptfoo(document: PromptDocument): Promise<WrittenPrompt> {
  const { name, description, messages, variables, settings } = document;
  const values = variables.flatMap((one): [string, JsonValue][] =>
    one.default === undefined ? [] : [[one.name, one.default]],
  );
  const text = await printYaml({
    ...(description === null ? {} : { description }),
    prompts: [{ ...(name === null ? {} : { label: name }), raw: await printChatText(messages) }],
    ...providersField(settings),
    ...(values.length === 0 ? {} : { defaultTest: { vars: Object.fromEntries(values) } }),
  });
  const format = { title: 'promptfoo', read: readPromptfoo };
  return checkedWrite(format, document, { text, extension: '.yaml' });
}

function providersField({ model, parameters }: PromptSettings): Record<string, JsonValue> {
  if (model === null) return {};
  return { providers: [Object.keys(parameters).length === 0 ? model : { id: model, config: parameters }] };
}
