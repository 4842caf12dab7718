import type { FaultClass } from '../../spec/model-fault.js';

/** What an agent itself says went wrong. */
export interface ReportedProblem {
  readonly fault: FaultClass;
  /** The status of its provider's answer, such as 429; null when it does not say. */
  readonly status: number | null;
  readonly message: string;
}

/** A problem by the status that the agent's provider answered with. */
export function problemOfStatus(status: number | null, message: string): ReportedProblem {
  return { fault: status === null ? 'agent-failed' : faultOfStatus(status), status, message };
}

/**
 * The status in the message of an agent that has no field for it: `last status: 429 Too Many Requests`,
 * `unexpected status 401 Unauthorized`, `{"error":{"code":401,…}}`.
 */
export function statusIn(message: string): number | null {
  const found = /(?:\bstatus:? |"code": ?)([45]\d\d)\b/i.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

function faultOfStatus(status: number): FaultClass {
  if (status === 401 || status === 403) return 'auth';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'overloaded';
  return status >= 400 ? 'bad-request' : 'agent-failed';
}
