import { familyRules, lookKinds } from '../../operations/experiment/vocabulary.js';

/** How an experiment is judged. */
export const planOptions = {
  looks: {
    kind: 'choice',
    choices: lookKinds,
    description: 'When it is looked at the figures: once at the end, at any time, or at planned times.',
  },
  plan: {
    kind: 'count',
    placeholder: 'N',
    description: 'How many looks are planned, at equal parts of the rows; 5 unless given.',
  },
  family: {
    kind: 'choice',
    choices: familyRules,
    description: 'What is done about many comparisons: Holm, Benjamini-Hochberg, or nothing.',
  },
} as const;
