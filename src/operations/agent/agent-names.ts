/** The agents that a skill can be written for. */
export const agentNames = ['claude', 'codex', 'gemini', 'opencode', 'copilot'] as const;
export type AgentName = (typeof agentNames)[number];

/** For all projects of a person, or for all who work on one project. */
export const skillScopes = ['user', 'project'] as const;
export type SkillScope = (typeof skillScopes)[number];
