import { join } from 'node:path';
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';

/** Words of a prompt that have the mock answer in a certain way. */
export const MockWord = { write: 'WRITE-A-FILE', schema: 'FIT-THE-SCHEMA', auth: 'REFUSE-THE-KEY' } as const;

/** The file that an agent is made to write. */
export const WRITTEN_FILE = 'made-by-agent.txt';

const usage = {
  ...{ input_tokens: 1200, output_tokens: 34 },
  ...{ prompt_tokens: 1200, completion_tokens: 34, total_tokens: 1234 },
  ...{ promptTokenCount: 1200, candidatesTokenCount: 34, totalTokenCount: 1234 },
};

/** Stands in for all providers, over HTTP; agents that work in the folder are answered by what they are asked. */
export function mockProvider(folder: string): LLMock {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  const asked = (word: string) => (request: ChatCompletionRequest) =>
    JSON.stringify(request.messages).includes(word);
  mock.on(
    { predicate: asked(MockWord.auth) },
    { error: { message: 'This key is not known.', type: 'authentication_error' }, status: 401 },
  );
  mock.on({ predicate: asked(MockWord.schema) }, answerToSchema);
  mock.on({ predicate: (request) => asked(MockWord.write)(request) && !hasToolResult(request) }, (request) =>
    writeFile(request, folder),
  );
  mock.on({ predicate: () => true }, { content: 'The answer of the mock.', usage });
  return mock;
}

function toolNames({ tools = [] }: ChatCompletionRequest): string[] {
  return tools.map((tool) => tool.function.name);
}

function hasToolResult({ messages }: ChatCompletionRequest): boolean {
  return messages.some(({ role }) => role === 'tool');
}

/** Claude answers to a schema with a tool, the others with text. */
function answerToSchema(request: ChatCompletionRequest): FixtureResponse {
  const answer = JSON.stringify({ risk: 'low' });
  return toolNames(request).includes('StructuredOutput') && !hasToolResult(request)
    ? { toolCalls: [{ name: 'StructuredOutput', arguments: answer }], usage }
    : { content: answer, usage };
}

/** Has the agent write with whichever of its tools it was given; without one it has to do without. */
function writeFile(request: ChatCompletionRequest, folder: string): FixtureResponse {
  const file = join(folder, WRITTEN_FILE);
  const content = 'made';
  const inputs: Readonly<Record<string, object>> = {
    Write: { file_path: file, content },
    write_file: { file_path: file, content },
    write: { filePath: file, content },
    exec_command: { cmd: `echo ${content} > ${WRITTEN_FILE}` },
  };
  const name = toolNames(request).find((tool) => Object.hasOwn(inputs, tool));
  if (name === undefined) return { content: 'There is no tool that writes.', usage };
  return { toolCalls: [{ name, arguments: JSON.stringify(inputs[name]) }], usage };
}
