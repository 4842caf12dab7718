import { roles } from '../../operations/project/vocabulary.js';

/** What somebody may do. */
export const roleOption = {
  kind: 'choice',
  choices: roles,
  description: 'What they may do; reader unless given.',
} as const;
