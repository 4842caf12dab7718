import { attachedText } from '../spec/attached-text.js';
import type { ModelRequest } from '../spec/model-request.js';
import type { CodingAgent } from './coding-agent.js';

/** What an agent does not heed of a request, in sentences. */
export function unheeded(request: ModelRequest, name: string, { budget }: CodingAgent): string[] {
  const { parameters, tools, messages, agent: task } = request;
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const files = messages.flatMap((message) =>
    message.role === 'user' ? (message.attachments ?? []).filter((file) => attachedText(file) === null) : [],
  );
  return [
    ...given.map(([parameter]) => `${name} does not take "${parameter}".`),
    ...(task?.maxCost === undefined || budget ? [] : [`${name} does not watch what it spends.`]),
    ...(tools.length > 0 ? [`${name} has tools of its own; those of the request were not given to it.`] : []),
    ...files.map((file) => `${name} was not given "${file.name}": it takes only files that are text.`),
  ];
}
