import { printScript } from './print-script.js';
import { bashScript } from './scripts/bash.js';

export const run = printScript('bash', bashScript);
