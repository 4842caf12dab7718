import type { Environment } from '../../base/environment.js';
import { ok, warning } from './finding.js';
import type { Finding } from './outputs.js';

const CHECK = 'model keys';

/** The variables that model providers read their keys from. */
const keyVariables = [
  'ANTHROPIC_API_KEY',
  'OPENAI_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'GEMINI_API_KEY',
  'MISTRAL_API_KEY',
  'GROQ_API_KEY',
  'DEEPSEEK_API_KEY',
  'OPENROUTER_API_KEY',
  'XAI_API_KEY',
] as const;

/** Which keys are set, by name; a value is never shown. */
export function checkKeys(env: Environment): Finding {
  const present = keyVariables.filter((name) => env[name]?.trim());
  const padded = present.filter((name) => env[name] !== env[name]?.trim());
  if (padded.length > 0) {
    return warning(
      CHECK,
      `${padded.join(', ')}: white space around the value.`,
      'Set it again without that space.',
    );
  }
  return ok(CHECK, present.length > 0 ? `set: ${present.join(', ')}` : 'none set; by hand, none is needed');
}
