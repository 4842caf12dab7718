import { PromptRunnerError } from '../../base/errors.js';
import { shellWord } from '../../base/text/shell-word.js';
import type { Role } from '../../store/role.js';

/** Who asked for what. */
interface Refusal {
  readonly actor: string;
  /** The role that the actor has there; null for none. */
  readonly has: Role | null;
  readonly needed: Role;
  readonly place: { readonly name?: string } | null;
  /** Who can give roles there. */
  readonly admins: readonly string[];
}

const MOST_NAMED = 5;

/** The actor's role does not reach. */
export class NotPermittedError extends PromptRunnerError {
  readonly code = 'NOT_PERMITTED';
  readonly kind = 'not-allowed';

  constructor({ actor, has, needed, place, admins }: Refusal) {
    const where = placeText(place);
    const standing = has === null ? 'is no member there' : `has the role ${has}`;
    const to = place?.name === undefined ? '--global' : `--project ${shellWord(place.name)}`;
    super(`This takes the role ${needed} ${where}, and ${actor} ${standing}.`, {
      hint: `${adminsText(admins)}:\nprompt-runner project grant ${shellWord(actor)} --role ${needed} ${to}`,
    });
  }
}

function placeText(place: Refusal['place']): string {
  if (place === null) return 'for what belongs to no project';
  return place.name === undefined ? 'in every project' : `in project "${place.name}"`;
}

function adminsText(admins: readonly string[]): string {
  if (admins.length === 0) return 'An admin can grant it';
  const named = admins.slice(0, MOST_NAMED).join(', ');
  return admins.length > MOST_NAMED ? `${named} and others can grant it` : `${named} can grant it`;
}
