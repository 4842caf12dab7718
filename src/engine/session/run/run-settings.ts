import type { ModelName } from '../../../models/spec/model-name.js';
import type { ModelParameters } from '../../../models/spec/model-request.js';
import type { Ceilings } from '../../execution/execution-journal.js';
import type { Phase } from '../phase.js';

/** How a session is to be run. */
export interface SessionRunSettings {
  /** Who does each phase. */
  readonly models: Readonly<Record<Phase, ModelName>>;
  readonly parameters: ModelParameters;
  /** The last phase that is done; the rest is left to somebody else. */
  readonly until: Phase;
  /** Whether a person approves what each phase brought forth before the next begins. */
  readonly approve: 'each' | 'none';
  /** Whether the implementation is done in the parts that the notes name. */
  readonly parts: boolean;
  readonly ceilings: Ceilings;
}
