import { newAttemptId, newSessionId } from '../../base/ids.js';
import type { PromptMaterial } from '../../engine/session/prompt-variables.js';
import { readPlanningAnswer } from '../../engine/session/read-planning-answer.js';
import type { Session } from '../../engine/session/session.js';
import { initialState } from '../../engine/session/session-state.js';

/** A made-up session to try templates with: a small feature, planned and analysed. */
export function sampleMaterial(project: Session['project'], featureType: string | null): PromptMaterial {
  const now = new Date(0);
  return {
    session: {
      id: newSessionId(),
      project,
      featureRequest: SAMPLE_REQUEST,
      title: 'Let users reset a forgotten password',
      featureType,
      templates: {},
      state: initialState,
      complexity: 'Medium',
      timeEstimate: '6-9 hours',
      version: 1,
      createdBy: 'sample',
      createdAt: now,
      updatedAt: now,
      completedAt: null,
      deletedAt: null,
    },
    planning: readPlanningAnswer(SAMPLE_PLANNING, newAttemptId()),
    analysis: SAMPLE_ANALYSIS,
    missingSections: ['ANALYSIS_TEMPLATE', 'EXECUTION_NOTES'],
  };
}

const SAMPLE_REQUEST = `Let users reset a forgotten password.

A user gives their address and gets a mail with a link that works once, for an hour.
`;

const SAMPLE_PLANNING = `### 1. ANALYSIS_TEMPLATE
\`\`\`\`\`\`markdown
Find out how users sign in, and how mail is sent. Answer with the five headings.
\`\`\`\`\`\`
### 2. IMPLEMENTATION_TEMPLATE
\`\`\`\`\`\`markdown
Write the reset: a page, a token that works once, a mail, tests. Report with the five headings.
\`\`\`\`\`\`
### 3. EXECUTION_NOTES
Feature: Password reset
Complexity: Medium
Estimated Time: 6-9 hours
- Analysis: 1-2 hours
- Implementation: 5-7 hours
Key Risks:
1. Tokens may leak through logs
   - Mitigation: keep only their hash
Key Files to Focus On:
- src/auth/sign-in.ts - where users sign in
Implementation Order:
1. The token and its table
2. The page and the mail
Success Criteria:
- A link works once, and not after an hour
`;

const SAMPLE_ANALYSIS = `# 1. Architecture Overview

Users sign in through src/auth/sign-in.ts; mail goes through src/mail/send.ts.
`;
