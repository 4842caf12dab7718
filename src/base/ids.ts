declare const brand: unique symbol;

/** A public id: a letter that names the kind, then 12 random Crockford base-32 characters. */
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type SessionId = Id<'session'>;
export type ProjectId = Id<'project'>;
export type AttemptId = Id<'attempt'>;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_CHARACTERS = 12;

/**
 * Ids are random rather than ordered by time: ordered ids share their beginning, which spoils the unique
 * prefixes that people type. Order by `created_at, id` instead. 60 random bits: a million ids collide with
 * a chance below one in a million.
 */
function newId(letter: string): string {
  let id = letter;
  for (const byte of crypto.getRandomValues(new Uint8Array(RANDOM_CHARACTERS)))
    id += CROCKFORD.charAt(byte % CROCKFORD.length);
  return id;
}

export const newSessionId = (): SessionId => newId('s') as SessionId;
export const newProjectId = (): ProjectId => newId('p') as ProjectId;
export const newAttemptId = (): AttemptId => newId('a') as AttemptId;
