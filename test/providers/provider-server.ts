import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelsFrom } from '../../src/models/registry.js';
import { readModelName } from '../../src/models/spec/model-name.js';
import type { ModelRequest } from '../../src/models/spec/model-request.js';
import type { CallWatch, OpenModel } from '../../src/models/spec/open-model.js';
import type { ModelSurroundings } from '../../src/models/surroundings.js';

/** A provider whose interface can be served by a server of ours. */
export interface ServedProvider {
  /** A model of it, as people write it. */
  readonly model: string;
  /** The environment that sends its calls to an address. */
  readonly env: (url: string) => Record<string, string>;
  /** What `models.yaml` says, where the provider is one of one's own. */
  readonly file?: (url: string) => string;
  /** What the server behind does not say as the vendor does, by what it is to say: its body, put right. */
  readonly mend?: { readonly [K in 'length' | 'refusal']?: (body: string) => string };
}

/** OpenAI's word for an answer that was stopped, in a stream and in one piece. */
const incomplete = (reason: string) => (body: string) =>
  body
    .replace(
      /"status":"[a-z]+","output":/,
      `"status":"incomplete","incomplete_details":{"reason":"${reason}"},"output":`,
    )
    .replaceAll('response.completed', 'response.incomplete')
    .replace(
      /("type":"response\.incomplete".{0,80}"response":\{)/,
      `$1"incomplete_details":{"reason":"${reason}"},`,
    );

export const KEY = 'sk-test-0123456789abcdef0123456789abcdef';

/** Every provider that is asked over HTTP. */
export const servedProviders: readonly ServedProvider[] = [
  {
    model: 'openai:gpt-5-mini',
    env: (url) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1` }),
    mend: { length: incomplete('max_output_tokens'), refusal: incomplete('content_filter') },
  },
  { model: 'openai-chat:gpt-4o', env: (url) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1` }) },
  {
    model: 'anthropic:claude-sonnet-4-5',
    env: (url) => ({ ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: `${url}/v1` }),
    mend: { refusal: (body) => body.replace(/"stop_reason":"[a-z_]+"/, '"stop_reason":"refusal"') },
  },
  {
    model: 'google:gemini-2.5-flash',
    env: (url) => ({ GEMINI_API_KEY: KEY, GOOGLE_GENERATIVE_AI_BASE_URL: `${url}/v1beta` }),
  },
  { model: 'ollama:llama3', env: (url) => ({ OLLAMA_HOST: url }) },
  {
    model: 'home:llama3',
    env: () => ({ HOME_KEY: KEY }),
    file: (url) => `providers: {home: {kind: compatible, base_url: "${url}/v1", key_variable: HOME_KEY}}`,
  },
];

/** Opens a provider's model so that its calls go to a server. */
export function openServed(
  { model, env, file }: ServedProvider,
  url: string,
  more: Partial<ModelSurroundings> = {},
): Promise<OpenModel> {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  if (file !== undefined) writeFileSync(join(folder, 'models.yaml'), file(url));
  const surroundings = { env: env(url), cwd: folder, configFolder: folder, ...more };
  return modelsFrom(surroundings).open(readModelName(model));
}

/** A question without anything special. */
export function question(text: string, more: Partial<ModelRequest> = {}): ModelRequest {
  return {
    messages: [
      { role: 'system', text: 'Answer.' },
      { role: 'user', text },
    ],
    parameters: {},
    responseSchema: null,
    tools: [],
    agent: null,
    ...more,
  };
}

/** Nobody ends the call. */
export const patient = (): CallWatch => ({ signal: new AbortController().signal });

/** Somebody follows the answer as it comes, so that it is asked for as a stream. */
export const watching = (): CallWatch => ({ ...patient(), onText: () => undefined });

/** A way in which answers are asked for. */
export interface AskedWay {
  readonly way: 'as a stream' | 'in one piece';
  readonly watch: () => CallWatch;
}

/** Every provider, in each of the ways. */
export const servedWays: readonly (ServedProvider & AskedWay)[] = servedProviders.flatMap((provider) => [
  { ...provider, way: 'as a stream', watch: watching },
  { ...provider, way: 'in one piece', watch: patient },
]);
