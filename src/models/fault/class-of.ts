import type { FaultClass } from '../spec/model-fault.js';
import type { ProviderError } from './provider-error.js';

/** What vendors call their errors. */
const byCode: Readonly<Record<string, FaultClass>> = {
  rate_limit_error: 'rate-limited',
  rate_limit_exceeded: 'rate-limited',
  insufficient_quota: 'rate-limited',
  resource_exhausted: 'rate-limited',
  too_many_requests: 'rate-limited',
  overloaded_error: 'overloaded',
  server_error: 'overloaded',
  internal_server_error: 'overloaded',
  service_unavailable: 'overloaded',
  api_error: 'overloaded',
  internal: 'overloaded',
  unavailable: 'overloaded',
  timeout_error: 'timeout',
  deadline_exceeded: 'timeout',
  authentication_error: 'auth',
  permission_error: 'auth',
  permission_denied: 'auth',
  unauthenticated: 'auth',
  invalid_api_key: 'auth',
  api_key_invalid: 'auth',
  not_found_error: 'not-found',
  model_not_found: 'not-found',
  not_found: 'not-found',
  content_filter: 'refused',
  content_policy_violation: 'refused',
  invalid_request_error: 'bad-request',
  invalid_argument: 'bad-request',
  failed_precondition: 'bad-request',
  request_too_large: 'bad-request',
  context_length_exceeded: 'bad-request',
  ai_jsonparseerror: 'malformed',
  ai_typevalidationerror: 'malformed',
};

/** What the SDK calls its own. */
const byName: Readonly<Record<string, FaultClass>> = {
  AI_JSONParseError: 'malformed',
  AI_TypeValidationError: 'malformed',
  AI_InvalidResponseDataError: 'malformed',
  AI_EmptyResponseBodyError: 'empty',
  AI_NoSuchModelError: 'not-found',
  AI_LoadAPIKeyError: 'auth',
  AI_UnsupportedFunctionalityError: 'bad-request',
  AI_InvalidPromptError: 'bad-request',
  AI_InvalidArgumentError: 'bad-request',
};

/** The classes that a vendor's own word tells better than the status that it goes with. */
const telling: ReadonlySet<FaultClass> = new Set(['auth', 'refused', 'malformed']);

/**
 * The class of what a provider or the SDK says.
 *
 * @param httpStatus of the answer's head; null when none came
 */
export function faultClassOf(error: ProviderError, httpStatus: number | null): FaultClass {
  const said = error.codes.map((code) => byCode[code]).find((fault) => fault !== undefined);
  if (httpStatus !== null && httpStatus >= 300)
    return said !== undefined && telling.has(said) ? said : classOfStatus(httpStatus);
  if (error.network !== null) return classOfNetwork(error.network);
  const named = byName[error.name];
  if (named !== undefined) return named;
  if (said !== undefined) return said;
  // An error in the midst of a stream, or of an answer whose head was not seen.
  if (error.status !== null && error.status >= 300) return classOfStatus(error.status);
  return error.name === '' ? 'overloaded' : 'malformed';
}

function classOfStatus(status: number): FaultClass {
  if (status === 429) return 'rate-limited';
  if (status === 401 || status === 403) return 'auth';
  if (status === 404) return 'not-found';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'overloaded' : 'bad-request';
}

function classOfNetwork(code: string): FaultClass {
  return code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT' ? 'timeout' : 'connection';
}
