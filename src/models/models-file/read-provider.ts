import { builtinProviders, isAgentProvider } from '../providers.js';
import type { YamlNode } from '../yaml/yaml-node.js';
import type { ProviderSettings } from './models-file.js';

const KEYS = [
  'kind',
  'base_url',
  'key_variable',
  'headers',
  'concurrency',
  'requests_per_minute',
  'timeout_seconds',
  'package',
  'factory',
] as const;

type Fields = { readonly [K in (typeof KEYS)[number]]?: YamlNode };

/** What the file says of one provider. */
export function readProvider(name: string, node: YamlNode): ProviderSettings {
  const fields = node.fields(KEYS);
  checkName(name, node, fields);
  const { base_url, key_variable, headers, concurrency, requests_per_minute, timeout_seconds } = fields;
  const seconds = timeout_seconds?.number(1);
  return {
    kind: kindOf(fields),
    address: base_url === undefined ? null : addressOf(base_url),
    keyVariable: key_variable === undefined ? null : variableOf(key_variable),
    headers: Object.fromEntries(headers?.entries().map(([header, value]) => [header, value.text()]) ?? []),
    concurrency: concurrency?.integer(1) ?? null,
    requestsPerMinute: requests_per_minute?.integer(1) ?? null,
    timeoutMs: seconds === undefined ? null : seconds * 1000,
    package: packageOf(node, fields),
  };
}

function checkName(name: string, node: YamlNode, { kind, base_url }: Fields): void {
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(name))
    throw node.refuse('is no name for a provider: small letters, digits, ".", "_" and "-"');
  const isBuiltin = builtinProviders.some((provider) => provider.name === name);
  if (isAgentProvider(name)) throw node.refuse('is an agent, which is not set up here');
  if (isBuiltin && kind !== undefined) throw kind.refuse(`does not fit: ${name} comes with the program`);
  if (!isBuiltin && kind === undefined)
    throw node.refuse('lacks "kind": compatible (speaks the OpenAI interface) or package (an npm package)');
  if (kindOf({ kind }) === 'compatible' && base_url === undefined)
    throw node.refuse('lacks "base_url", the address of the server');
}

function kindOf({ kind }: { readonly kind?: YamlNode | undefined }): ProviderSettings['kind'] {
  return kind === undefined ? null : kind.oneOf(['compatible', 'package'] as const);
}

function packageOf(node: YamlNode, fields: Fields): ProviderSettings['package'] {
  const isPackage = kindOf(fields) === 'package';
  const given = fields.package ?? fields.factory;
  if (!isPackage && given !== undefined) throw given.refuse('needs "kind: package"');
  if (!isPackage) return null;
  if (fields.package === undefined) throw node.refuse('lacks "package", the name of the npm package');
  const name = fields.package.text();
  if (!/^(?:@[a-z0-9._-]+\/)?[a-z0-9][a-z0-9._-]*$/.test(name))
    throw fields.package.refuse('is no name of an npm package');
  return { name, factory: fields.factory?.text() ?? null };
}

function addressOf(node: YamlNode): string {
  const address = node.text();
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw node.refuse('is to be an address that begins with http:// or https://');
  if (url.username !== '' || url.password !== '')
    throw node.refuse('holds a password: put the key into the variable that "key_variable" names');
  return address.replace(/\/+$/, '');
}

function variableOf(node: YamlNode): string {
  const name = node.text();
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw node.refuse('is no name of an environment variable');
  return name;
}
