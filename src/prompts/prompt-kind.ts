/** The category of the templates that sessions take their prompts from. */
export const ORCHESTRATION_CATEGORY = '__orchestration__';

/** The kinds that the steps of a session ask for. A template may be of a kind that a later phase will ask for. */
export const orchestrationKinds = ['orchestrator', 'analysis', 'implementation', 'follow-up'] as const;
