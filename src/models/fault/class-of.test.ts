import { describe, expect, it } from 'vitest';
import { faultClassOf } from './class-of.js';
import { providerErrorOf } from './provider-error.js';

const classOf = (error: unknown, status: number | null = null) =>
  faultClassOf(providerErrorOf(error), status);

/** As the SDK throws it for an HTTP answer. */
const httpError = (body: unknown) =>
  Object.assign(new Error('x'), { name: 'AI_APICallError', responseBody: JSON.stringify(body) });

describe('the class of a fault', () => {
  it.each([
    [429, 'rate-limited'],
    [500, 'overloaded'],
    [529, 'overloaded'],
    [401, 'auth'],
    [403, 'auth'],
    [404, 'not-found'],
    [408, 'timeout'],
    [400, 'bad-request'],
    [413, 'bad-request'],
    [308, 'bad-request'],
  ])('follows the status %i', (status, fault) => {
    expect(classOf(httpError({}), status)).toBe(fault);
  });

  it('follows the vendor where its word says more than the status', () => {
    const google = {
      error: { code: 400, status: 'INVALID_ARGUMENT', details: [{ reason: 'API_KEY_INVALID' }] },
    };
    expect(classOf(httpError(google), 400)).toBe('auth');
    expect(classOf(httpError({ error: { code: 'content_filter' } }), 400)).toBe('refused');
    expect(
      classOf(httpError({ error: { code: 'insufficient_quota', type: 'invalid_request_error' } }), 429),
    ).toBe('rate-limited');
  });

  it('follows the words of an error in the midst of a stream', () => {
    expect(classOf({ type: 'overloaded_error', message: 'x' }, 200)).toBe('overloaded');
    expect(classOf({ type: 'invalid_request_error', code: 'rate_limit_exceeded' }, 200)).toBe('rate-limited');
    expect(classOf({ error: { status: 'UNAVAILABLE', message: 'x' } }, 200)).toBe('overloaded');
    expect(classOf({ message: 'something new' }, 200)).toBe('overloaded');
    expect(classOf({ message: 'x', statusCode: 429 }, 200)).toBe('rate-limited');
  });

  it('knows a connection that failed, however deep its reason lies', () => {
    const reset = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    expect(classOf(new TypeError('fetch failed', { cause: reset }))).toBe('connection');
    expect(classOf(new Error('x', { cause: new TypeError('terminated') }), 200)).toBe('connection');
    expect(classOf(Object.assign(new Error('x'), { code: 'UND_ERR_BODY_TIMEOUT' }), 200)).toBe('timeout');
  });

  it('takes what nobody can name for malformed', () => {
    for (const thrown of [new TypeError('x is not a function'), new SyntaxError('x')])
      expect(classOf(thrown, 200)).toBe('malformed');
  });

  it('does not follow reasons in a circle', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(classOf(circle)).toBe('malformed');
  });
});
