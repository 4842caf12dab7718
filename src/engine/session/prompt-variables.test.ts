import { describe, expect, it } from 'vitest';
import { exampleText } from '../../../test/cli/harness.js';
import { aProject, aSession } from '../../../test/fixtures/sessions.js';
import { newAttemptId } from '../../base/ids.js';
import { neededVariables, promptVariables } from './prompt-variables.js';
import { readPlanningAnswer } from './read-planning-answer.js';

const nothing = { planning: null, analysis: null, missingSections: [] };

describe('the variables of a prompt', () => {
  it('are all there from the start, as null where nothing is known yet', () => {
    expect(promptVariables({ session: aSession({ featureRequest: 'Add login' }), ...nothing })).toEqual({
      feature_request: 'Add login',
      feature_type: null,
      project: null,
      context: null,
      quick: false,
      analysis_template: null,
      implementation_template: null,
      execution_notes: null,
      notes: null,
      analysis_results: null,
      revision: { number: 1, previous_request: null, previous_result: null, difference: null },
      part: null,
      missing_sections: [],
    });
  });

  it('name the project without its id', () => {
    const { id, name, root } = aProject({ root: '/home/ada/shop' });
    const session = aSession({ project: { id, name, root }, featureType: 'bugfix' });
    expect(promptVariables({ session, ...nothing })).toMatchObject({
      project: { name: 'shop', root: '/home/ada/shop' },
      feature_type: 'bugfix',
    });
    expect(promptVariables({ session, ...nothing }).project).not.toHaveProperty('id');
  });

  it('hold what the planning answer says, its notes in snake_case', () => {
    const planning = readPlanningAnswer(exampleText('planning-answer.md'), newAttemptId());
    const variables = promptVariables({
      session: aSession(),
      ...nothing,
      planning,
      analysis: 'The analysis.',
    });
    expect(variables).toMatchObject({
      analysis_template: planning.sections.analysis?.text,
      implementation_template: planning.sections.implementation?.text,
      execution_notes: planning.sections.notes?.text,
      notes: { time_estimate: { min_hours: 9, max_hours: 13 } },
      analysis_results: 'The analysis.',
    });
  });

  it('hold no credential of the request', () => {
    const session = aSession({ featureRequest: `Use AKIA${'AB3D'.repeat(4)} to sign` });
    expect(promptVariables({ session, ...nothing }).feature_request).toBe(
      'Use [redacted: AWS access key] to sign',
    );
  });
});

describe('the variables that a kind of prompt needs', () => {
  it('are variables that there are', () => {
    const known = Object.keys(promptVariables({ session: aSession(), ...nothing }));
    const needed = Object.values(neededVariables).flatMap((variables) => variables.map(({ name }) => name));
    expect(needed.filter((name) => !known.includes(name))).toEqual([]);
  });
});
