/** What the parameters of a call may be, both ends included. */
export const parameterLimits = {
  temperature: { least: 0, most: 2 },
  topP: { least: 0, most: 1 },
  topK: { least: 1 },
  maxOutputTokens: { least: 1 },
  presencePenalty: { least: -2, most: 2 },
  frequencyPenalty: { least: -2, most: 2 },
} as const;
