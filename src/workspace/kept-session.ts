import type { AttemptRecord, SessionRecord } from '../store/session-record.js';
import type { CutFinding } from './older/cut-finding.js';
import type { SessionFile } from './session-file.js';

/** An attempt as a workspace keeps it. */
export interface KeptAttempt extends Omit<AttemptRecord, 'answer'> {
  /** The answer, as long as no file of the workspace holds it byte for byte; null once one does. */
  readonly unsaved: Uint8Array | null;
}

/** A session of a workspace, without the answers that lie in files of their own. */
export interface KeptSession extends Omit<SessionRecord, 'attempts'> {
  readonly attempts: readonly KeptAttempt[];
  /** The file that it was read from, whose further keys are kept; null for one that has none yet. */
  readonly file: SessionFile | null;
  /** What was wrong with it when it was taken over from the older tool. */
  readonly findings: readonly CutFinding[];
}
