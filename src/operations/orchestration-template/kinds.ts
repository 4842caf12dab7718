export { ORCHESTRATION_CATEGORY, orchestrationKinds } from '../../prompts/prompt-kind.js';
