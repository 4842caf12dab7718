import { type Fields, fieldsOf } from '../call/dialect.js';
import { durationMs } from './retry-after.js';

/** What an SDK or a provider says of an error, whatever it looks like. */
export interface ProviderError {
  /** The class of the SDK's error; empty for an object of the provider's. */
  readonly name: string;
  /** The provider's words, or the SDK's. */
  readonly message: string;
  /** The status of the HTTP answer, or the one that the error says it would have had. */
  readonly status: number | null;
  /** The provider's names for the error, the most telling first, in lower case. */
  readonly codes: readonly string[];
  /** The system's name for what is wrong with the connection. */
  readonly network: string | null;
  readonly retryAfterMs: number | null;
}

/** How deep the reasons of an error are followed. */
const DEEPEST = 6;

/** Reads whatever was thrown or came in place of an answer. */
export function providerErrorOf(error: unknown): ProviderError {
  const chain = reasonsOf(error);
  const bodies = chain.flatMap(bodiesOf);
  return {
    name: chain.map(({ name }) => name).find((name) => typeof name === 'string') ?? '',
    message: messageOf(chain, bodies) ?? (typeof error === 'string' ? error : 'it does not say why'),
    status: chain.map(({ statusCode }) => statusCode).find(isStatus) ?? null,
    codes: codesOf(bodies),
    network: chain.map(networkOf).find((code) => code !== null) ?? null,
    retryAfterMs: retryDelay(bodies),
  };
}

/** An error, its reason, the reason's reason. */
function reasonsOf(error: unknown): Fields[] {
  const chain: Fields[] = [];
  let current = error;
  while (chain.length < DEEPEST && typeof current === 'object' && current !== null) {
    const fields = errorFields(current);
    chain.push(fields);
    current = fields.cause;
  }
  return chain;
}

/** Errors keep these fields where a copy does not find them. */
function errorFields(error: object): Fields {
  if (!(error instanceof Error)) return { ...error };
  return { ...error, name: error.name, message: error.message, cause: error.cause };
}

/** The objects in which a provider may have put its names for the error. */
function bodiesOf(fields: Fields): Fields[] {
  const tops = [fieldsOf(parsed(fields.responseBody)), fieldsOf(fields.data), fields].filter(isPresent);
  return tops.flatMap((top) => {
    const response = fieldsOf(top.response);
    const inner = [fieldsOf(top.error), fieldsOf(response?.error)].filter(isPresent);
    return [...inner, ...[top, ...inner].flatMap(detailsOf), top];
  });
}

function detailsOf({ details }: Fields): Fields[] {
  return Array.isArray(details) ? details.map(fieldsOf).filter(isPresent) : [];
}

function codesOf(bodies: readonly Fields[]): string[] {
  const values = (['code', 'reason', 'status', 'type', 'name'] as const).flatMap((key) =>
    bodies.map((body) => body[key]),
  );
  return values.filter((value) => typeof value === 'string').map((value) => value.toLowerCase());
}

function messageOf(chain: readonly Fields[], bodies: readonly Fields[]): string | undefined {
  return [...bodies, ...chain]
    .map(({ message }) => message)
    .find((message): message is string => typeof message === 'string' && message.trim() !== '');
}

function networkOf(fields: Fields): string | null {
  if (typeof fields.code === 'string' && /^(?:E[A-Z]{3,}|UND_ERR)/.test(fields.code)) return fields.code;
  return fields.message === 'fetch failed' || fields.message === 'terminated' ? fields.message : null;
}

function retryDelay(bodies: readonly Fields[]): number | null {
  const delay = bodies.map(({ retryDelay: given }) => given).find((given) => typeof given === 'string');
  return delay === undefined ? null : durationMs(delay);
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isStatus(value: unknown): value is number {
  return typeof value === 'number' && value >= 100 && value <= 599;
}

function isPresent<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
