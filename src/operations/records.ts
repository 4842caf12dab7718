import type { ActiveChoiceStore } from '../store/active-choice-store.js';
import type { LoginStore } from '../store/login-store.js';
import type { MemberStore } from '../store/member-store.js';
import type { ProjectStore } from '../store/project-store.js';
import type { SessionJournalStore } from '../store/session-journal-store.js';
import type { SessionRecordStore } from '../store/session-record-store.js';
import type { SessionStore } from '../store/session-store.js';

/** What a class offers, without what makes it that class: another one may offer the same. */
type Offered<Repository> = { readonly [Name in keyof Repository]: Repository[Name] };

/** Where operations keep and find things: a database, or a workspace of files. */
export interface Records {
  /** The file or folder, as messages name it. */
  readonly location: string;
  readonly journal: Offered<SessionJournalStore>;
  /** Takes whole sessions in, from another place of this kind. */
  readonly records: Offered<SessionRecordStore>;
  readonly sessions: Offered<SessionStore>;
  readonly projects: Offered<ProjectStore>;
  readonly activeChoices: Offered<ActiveChoiceStore>;
  /** Who may do what in which project; null where everybody may who can read the files. */
  readonly members: Offered<MemberStore> | null;
  /** The logins of a server; null for files. */
  readonly logins: Offered<LoginStore> | null;
}
