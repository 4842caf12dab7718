import { Fields } from '../fields.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value.js';
import { type PromptSettings, promptDocument, type VariableDeclaration } from '../prompt-document.js';
import type { Loss, ReadPrompt } from '../prompt-format.js';
import { typeOfValue } from '../schema/variable-of-schema.js';
import { readableText, type SourceFile } from '../source-file.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { readEntry } from './prompt-entries.js';

/** @throws UnreadablePromptFileError where it is no configuration, or has no prompt that can be read */
export async function readPromptfoo(file: SourceFile): Promise<readonly ReadPrompt[]> {
  const fields = Fields.of(file.path, await parseYaml(readableText(file), file.path));
  const read = await Promise.all(
    fields.list('prompts').map((value, index) => readEntry(value, file, fields.line('prompts', index))),
  );
  const entries = read.flatMap((one) => one.entries);
  const [first] = read.flatMap((one) => one.losses);
  if (entries.length === 0)
    throw fields.fault(
      first === undefined ? 'it has no `prompts`' : `${first.what}: ${first.reason}`,
      'prompts',
    );
  const { variables, losses: variableLosses } = readVariables(fields);
  const { settings, losses: providerLosses } = readProvider(fields);
  const description = fields.text('description');
  const losses = [
    ...read.flatMap((one) => one.losses),
    ...variableLosses,
    ...providerLosses,
    ...fields.rest('only prompts, variables and a provider are kept'),
  ];
  return entries.map(({ name, messages }, index) => ({
    document: promptDocument({ name, description, messages, variables, settings }),
    // What is lost of the whole file is told once.
    losses: index === 0 ? losses : [],
    offered: [],
  }));
}

/** `defaultTest` gives values; that tests give some only shows that there are such variables. */
function readVariables(fields: Fields): {
  variables: readonly VariableDeclaration[];
  losses: readonly Loss[];
} {
  const tested = fields
    .list('tests')
    .flatMap((test) => (isJsonObject(test) && isJsonObject(test.vars) ? [test.vars] : []));
  const isReference = typeof fields.value('defaultTest') === 'string';
  const defaultTest = isReference ? null : fields.mapping('defaultTest');
  const defaults = defaultTest?.object('vars') ?? {};
  const names = new Map<string, VariableDeclaration>();
  for (const [name, value] of Object.entries(defaults))
    names.set(name, { name, type: typeOfValue(value), description: null, default: value, required: false });
  for (const [name, value] of tested.flatMap((vars) => Object.entries(vars)))
    if (!names.has(name))
      names.set(name, { name, type: testedType(value), description: null, required: true });
  const losses = [
    ...fields.lose('tests', 'a prompt here has no tests; only the names of their variables are kept'),
    ...(isReference ? fields.lose('defaultTest', 'it stands in another file') : []),
    ...(defaultTest?.rest('a prompt here has no assertions or options') ?? []),
  ];
  return { variables: [...names.values()], losses };
}

/** A list in a test means one test for each of its values. */
function testedType(value: JsonValue): VariableDeclaration['type'] {
  const type = typeOfValue(value);
  return type === 'array' ? 'any' : type;
}

function readProvider(fields: Fields): { settings: Partial<PromptSettings>; losses: readonly Loss[] } {
  const [only, ...others] = fields.list('providers');
  const provider = providerOf(only);
  if (only === undefined) return { settings: {}, losses: [] };
  if (provider === null || others.length > 0)
    return {
      settings: {},
      losses: fields.lose('providers', 'a prompt here asks for one model, by its name'),
    };
  return provider;
}

function providerOf(value: JsonValue | undefined): ReturnType<typeof readProvider> | null {
  if (typeof value === 'string')
    return value.startsWith('file://') ? null : { settings: { model: value }, losses: [] };
  if (!isJsonObject(value) || typeof value.id !== 'string' || value.id.startsWith('file://')) return null;
  const parameters: JsonObject = isJsonObject(value.config) ? value.config : {};
  const unkept = Object.keys(value).filter((key) => key !== 'id' && key !== 'config');
  const losses = unkept.map((key) => ({
    what: `providers.0.${key}`,
    reason: 'a model here has a name and parameters',
  }));
  return { settings: { model: value.id, parameters }, losses };
}
