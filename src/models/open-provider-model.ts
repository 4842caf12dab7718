import { sha256 } from '../base/checksum.js';
import type { Environment } from '../base/environment.js';
import type { Connect, Connection } from './call/connection.js';
import { LanguageModel } from './call/language-model.js';
import { Transport } from './call/transport.js';
import { connectors } from './connectors.js';
import { ModelUnknownError } from './errors.js';
import { FaultReader } from './fault/fault-reader.js';
import { redactorOf } from './fault/redact.js';
import { findProvider, type SetUpProvider } from './find-provider.js';
import { ApiKey } from './keys/api-key.js';
import { KeyMissingError } from './keys/errors.js';
import { findKey } from './keys/find-key.js';
import { keyFileIn } from './keys/key-file.js';
import { readModelsFile } from './models-file/read-models-file.js';
import type { ModelName } from './spec/model-name.js';
import type { ModelIdentity, OpenModel, ProviderLimits } from './spec/open-model.js';
import { type CallTimes, type ModelSurroundings, USUAL_ANSWER_BYTES, usualTimes } from './surroundings.js';

/** As many calls at a time as providers allow to whoever begins with them. */
const SERVICE_CONCURRENCY = 8;
/** A machine at home has one graphics card. */
const LOCAL_CONCURRENCY = 2;

/** Opens a model behind an interface, by an SDK. */
export async function openProviderModel(
  name: ModelName,
  surroundings: ModelSurroundings,
): Promise<OpenModel> {
  const file = await readModelsFile(surroundings.configFolder);
  const provider = findProvider(name, file);
  const key = keyOf(name, provider, surroundings);
  const transport = new Transport(surroundings.answerBytes ?? USUAL_ANSWER_BYTES);
  const headers = provider.settings?.headers ?? {};
  const connect = await connectorOf(provider, file.path);
  const connection: Connection = {
    provider: name.provider,
    model: name.model,
    key,
    address: addressOf(provider, surroundings.env),
    headers,
    fetch: transport.fetch,
  };
  const secrets = Object.values(headers).map((value) => new ApiKey(value));
  const redact = redactorOf(key === null ? secrets : [key, ...secrets]);
  return new LanguageModel({
    name,
    identity: identityOf(provider, connection),
    transport,
    connected: await connect(connection),
    limits: limitsOf(provider),
    times: timesOf(provider, surroundings.times ?? usualTimes),
    faults: new FaultReader(name, provider.facts.title, redact),
    redact,
  });
}

function keyOf(name: ModelName, { facts }: SetUpProvider, surroundings: ModelSurroundings): ApiKey | null {
  const [variable] = facts.keyVariables;
  if (variable === undefined) return null;
  const found = findKey(facts.keyVariables, surroundings);
  if (found === null)
    throw new KeyMissingError(name, facts.title, variable, keyFileIn(surroundings.configFolder));
  return found.key;
}

/** The file goes before the vendor's variable: it is the nearer of the two to this program. */
function addressOf({ facts, settings }: SetUpProvider, env: Environment): string | null {
  if (settings?.address) return settings.address;
  const given = facts.addressVariables.map((variable) => env[variable]?.trim()).find(Boolean);
  return given === undefined ? null : given.replace(/\/+$/, '');
}

/** A header may choose the model behind an address; it may be secret, too. */
function identityOf({ settings }: SetUpProvider, { address, headers }: Connection): ModelIdentity {
  const { package: source } = settings ?? {};
  return {
    address,
    package: source?.name ?? null,
    factory: source?.factory ?? null,
    headers: sha256(JSON.stringify(Object.entries(headers).sort())),
  };
}

function limitsOf({ facts, settings }: SetUpProvider): ProviderLimits {
  const usual = facts.kind === 'local' ? LOCAL_CONCURRENCY : SERVICE_CONCURRENCY;
  return {
    concurrency: settings?.concurrency ?? usual,
    concurrencyIs: settings?.concurrency === undefined ? 'usual' : 'given',
    requestsPerMinute: settings?.requestsPerMinute ?? null,
  };
}

function timesOf({ settings }: SetUpProvider, usual: CallTimes): CallTimes {
  const totalMs = settings?.timeoutMs ?? usual.totalMs;
  return { totalMs, idleMs: Math.min(usual.idleMs, totalMs) };
}

async function connectorOf({ facts, settings }: SetUpProvider, file: string): Promise<Connect> {
  if (settings?.kind === 'compatible')
    return (await import('./compatible/open-compatible.js')).connectCompatible;
  if (settings?.package)
    return (await import('./package/open-package.js')).packageConnector(settings.package, file);
  const load = Object.entries(connectors).find(([name]) => name === facts.name)?.[1];
  if (load === undefined) throw new ModelUnknownError(`The provider "${facts.name}" has no models to open.`);
  return load();
}
