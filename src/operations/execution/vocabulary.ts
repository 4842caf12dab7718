/** The words of executions that every surface uses. */
export { dollars, nanoDollars } from '../../engine/execution/dollars.js';
export type { Retry } from '../../engine/execution/execution-request.js';
