import type { Role } from '../../store/role.js';

/** What an operation takes. */
export interface Need {
  /** The role that it takes, in what it concerns. */
  readonly role: Role;
  /**
   * project: the project of what is named, or of where something is made.
   * many: all that the role reaches; the rest is left out.
   * store: what belongs to no project.
   * everything: all there is, or it makes no sense.
   */
  readonly concerns: 'project' | 'many' | 'store' | 'everything';
}

export const inProject = (role: Role): Need => ({ role, concerns: 'project' });
export const amongMany = (role: Role): Need => ({ role, concerns: 'many' });
export const inStore = (role: Role): Need => ({ role, concerns: 'store' });
export const everywhere = (role: Role): Need => ({ role, concerns: 'everything' });
