import type { ProjectId, SessionId } from '../../base/ids.js';
import { redactSecrets } from '../../base/text/secrets.js';
import type { NamedTemplates } from './prompt-template.js';
import type { SessionState } from './session-state.js';

/** The project a session belongs to, as templates and surfaces see it. */
export interface SessionProject {
  readonly id: ProjectId;
  readonly name: string;
  readonly root: string | null;
}

/** One feature request on its way; its texts are in attempts. */
export interface Session {
  readonly id: SessionId;
  readonly project: SessionProject | null;
  readonly featureRequest: string;
  /** The request's first line, shortened: what lists call the session. */
  readonly title: string;
  readonly featureType: string | null;
  /** The templates that it was told to take when it was planned. */
  readonly templates: NamedTemplates;
  readonly state: SessionState;
  /** As the notes say it, for instance "Medium-High"; null until notes were read. */
  readonly complexity: string | null;
  /** As the notes say it, for instance "16-20 hours total". */
  readonly timeEstimate: string | null;
  /** Goes up with every change; a writer that saw an older one is refused. */
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly completedAt: Date | null;
  readonly deletedAt: Date | null;
}

const TITLE_LENGTH = 100;
/** Long enough for a credential to be seen whole before the title is cut. */
const LOOKED_AT = 4000;

/**
 * The first line that says something, without its heading marks and credentials, and shortened.
 *
 * @example titleOf('\n## Add login\nwith OAuth') === 'Add login'
 */
export function titleOf(featureRequest: string): string {
  const line = /[^#\s][^\r\n\u2028\u2029]*/.exec(featureRequest)?.[0] ?? '#';
  const letters = Array.from(
    redactSecrets(line.slice(0, LOOKED_AT))
      .slice(0, TITLE_LENGTH * 4)
      .trimEnd(),
  );
  if (letters.length <= TITLE_LENGTH) return letters.join('');
  const kept = letters.slice(0, TITLE_LENGTH - 1).join('');
  return `${kept.trimEnd()}…`;
}
