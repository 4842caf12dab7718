import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LanguageModelV2, LanguageModelV3 } from '@ai-sdk/provider';
import { shellWord } from '../../base/text/shell-word.js';
import type { Connect, Connection } from '../call/connection.js';
import { ProviderMissingError } from '../errors.js';
import { fromV2 } from './from-v2.js';

/** An npm package, and the function of it that makes the provider; null for the usual one. */
export interface ProviderPackage {
  readonly name: string;
  readonly factory: string | null;
}

/** A provider as such packages make it: callable, or with a method for its models. */
interface MadeProvider {
  languageModel(model: string): unknown;
}

/**
 * A provider of the AI SDK's kind that somebody else wrote. The package is looked for from the folder of
 * `models.yaml`: what a project has installed is never loaded.
 *
 * @param file the path of models.yaml
 */
export function packageConnector(source: ProviderPackage, file: string): Connect {
  return async (connection) => {
    const exports = await load(source.name, file);
    const made = factoryOf(exports, source)(optionsOf(connection));
    const language = isProvider(made)
      ? made.languageModel(connection.model)
      : callable(made, connection.model);
    return { language: asV3(language, source.name), dialect: null };
  };
}

async function load(name: string, file: string): Promise<Record<string, unknown>> {
  const path = resolved(name, file);
  // Computed on purpose: which package it is stands in the person's own file.
  const exports: unknown = await import(pathToFileURL(path).href);
  return typeof exports === 'object' && exports !== null ? { ...exports } : {};
}

function resolved(name: string, file: string): string {
  try {
    return createRequire(file).resolve(name);
  } catch (error) {
    const folder = dirname(file);
    throw new ProviderMissingError(
      `The package ${name}, which models.yaml names, is not installed in ${folder}.`,
      { hint: 'Install it beside models.yaml.', next: `npm install --prefix ${shellWord(folder)} ${name}` },
      { cause: error },
    );
  }
}

/** The function that models.yaml names, else the only one whose name begins with "create". */
function factoryOf(exports: Record<string, unknown>, { name, factory }: ProviderPackage) {
  const names = Object.keys(exports).filter((key) => typeof exports[key] === 'function');
  const makers = factory === null ? names.filter((key) => /^create[A-Z]/.test(key)) : [factory];
  const [maker, another] = makers;
  const made = maker === undefined || another !== undefined ? undefined : exports[maker];
  if (!isFunction(made))
    throw new ProviderMissingError(`Which function of the package ${name} makes its provider is not clear.`, {
      hint: `Name it as "factory" in models.yaml; it exports: ${names.join(', ') || 'no function'}.`,
    });
  return made;
}

function optionsOf({ key, address, headers, fetch, provider }: Connection) {
  return {
    name: provider,
    headers,
    fetch,
    ...(key === null ? {} : { apiKey: key.reveal() }),
    ...(address === null ? {} : { baseURL: address }),
  };
}

function isFunction(value: unknown): value is (argument: unknown) => unknown {
  return typeof value === 'function';
}

function isProvider(made: unknown): made is MadeProvider {
  const candidate = typeof made === 'function' || (typeof made === 'object' && made !== null) ? made : null;
  return candidate !== null && 'languageModel' in candidate && typeof candidate.languageModel === 'function';
}

function callable(made: unknown, model: string): unknown {
  return isFunction(made) ? made(model) : null;
}

/** @throws ProviderMissingError for an older or newer kind than the two that are known */
function asV3(model: unknown, name: string): LanguageModelV3 {
  const version =
    typeof model === 'object' && model !== null && 'specificationVersion' in model
      ? model.specificationVersion
      : undefined;
  // The version is the promise that the rest is there.
  if (version === 'v3') return model as LanguageModelV3;
  if (version === 'v2') return fromV2(model as LanguageModelV2);
  throw new ProviderMissingError(`The package ${name} makes models of a kind that is not known here.`, {
    hint: 'Install a version of it for the AI SDK 5 or 6.',
  });
}
