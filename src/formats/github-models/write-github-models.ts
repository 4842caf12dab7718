import { checkedWrite } from '../checked-write.js';
import type { TemplateNode } from '../jinja/node.js';
import { BeyondNodesError } from '../jinja/read-jinja.js';
import type { JsonObject } from '../json-value.js';
import type { PromptDocument } from '../prompt-document.js';
import type { WrittenPrompt } from '../prompt-format.js';
import { translateMessages } from '../translate-messages.js';
import { printYaml } from '../yaml/print-yaml.js';
import { ANSWER_SCHEMA, readGithubModels } from './read-github-models.js';

const TITLE = 'GitHub Models';

/** @throws CannotExpressError where a message has more than values in it, or `{{name}}` as a text */
export async function writeGithubModels(document: PromptDocument): Promise<WrittenPrompt> {
  const messages = translateMessages(TITLE, document.messages, printMarks);
  const { name, description, settings } = document;
  const { model, parameters, responseSchema } = settings;
  const schema =
    responseSchema === null ? null : JSON.stringify({ ...ANSWER_SCHEMA, schema: responseSchema }, null, 2);
  const fields: JsonObject = {
    ...(name === null ? {} : { name }),
    ...(description === null ? {} : { description }),
    ...(model === null ? {} : { model }),
    ...(Object.keys(parameters).length === 0 ? {} : { modelParameters: parameters }),
    messages: messages.map(({ role, text }) => ({ role, content: text })),
    ...(schema === null ? {} : { responseFormat: 'json_schema', jsonSchema: schema }),
  };
  const written = { text: await printYaml(fields), extension: '.prompt.yml' };
  return checkedWrite(
    { title: TITLE, read: async (file) => [await readGithubModels(file)] },
    document,
    written,
  );
}

function printMarks(nodes: readonly TemplateNode[]): string {
  return nodes.map(printMark).join('');
}

function printMark(node: TemplateNode): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'comment') return '';
  if (node.kind === 'output' && node.path.length === 1) return `{{${node.path[0]}}}`;
  const what = node.kind === 'output' ? `the value ${node.path.join('.')} inside another` : `a ${node.kind}`;
  throw new BeyondNodesError(what, node.line);
}
