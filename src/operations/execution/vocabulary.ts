/** The words of executions that every surface uses. */
export { dollars, nanoDollars } from '../../engine/execution/dollars.js';
