import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Price } from '../spec/price.js';
import { readYaml } from '../yaml/read-yaml.js';
import type { YamlNode } from '../yaml/yaml-node.js';
import { ModelsFileError } from './errors.js';
import type { ModelsFile, ProviderSettings } from './models-file.js';
import { readProvider } from './read-provider.js';

/** Where the file is: never in a project, which must not say where keys are sent or what code is loaded. */
export function modelsFileIn(configFolder: string): string {
  return join(configFolder, 'models.yaml');
}

/** Each call to a model looks at the file; it is taken apart again only when it says something else. */
let lastRead: { readonly text: string | null; readonly file: ModelsFile } | null = null;

/**
 * Reads the person's `models.yaml`; one that is not there says nothing.
 *
 * @throws ModelsFileError with the line of what is wrong
 */
export async function readModelsFile(configFolder: string): Promise<ModelsFile> {
  const path = modelsFileIn(configFolder);
  const text = textOf(path);
  const known = lastRead;
  if (known !== null && known.file.path === path && known.text === text) return known.file;
  const file = await parsed(path, text);
  lastRead = { text, file };
  return file;
}

async function parsed(path: string, text: string | null): Promise<ModelsFile> {
  const root = text === null ? null : await readYaml(text, (problem, line) => invalid(path, problem, line));
  const { providers, prices } = root?.fields(['providers', 'prices']) ?? {};
  return {
    path,
    providers: new Map<string, ProviderSettings>(
      providers?.entries().map(([name, node]) => [name, readProvider(name, node)]),
    ),
    prices: new Map<string, Price>(prices?.entries().map(([name, node]) => [name, readPrice(name, node)])),
  };
}

function readPrice(name: string, node: YamlNode): Price {
  if (!name.includes(':')) throw node.refuse('is to be a whole name, such as "openai:gpt-5-mini"');
  const { input, output, cached_input, cache_write } = node.fields([
    'input',
    'output',
    'cached_input',
    'cache_write',
  ]);
  if (input === undefined || output === undefined) throw node.refuse('lacks "input" or "output"');
  return {
    input: input.number(),
    output: output.number(),
    cachedInput: cached_input?.number() ?? null,
    cacheWrite: cache_write?.number() ?? null,
    source: 'models.yaml',
  };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw new ModelsFileError(`The file ${path} cannot be read: ${String(error)}.`, {
      hint: 'Mend the file or move it away.',
    });
  }
}

function invalid(path: string, problem: string, line: number): ModelsFileError {
  return new ModelsFileError(`${path}, line ${line}: ${problem}${/[.?]$/.test(problem) ? '' : '.'}`, {
    hint: 'It holds "providers" (address, key variable, limits) and "prices" in dollars per million tokens.',
  });
}
