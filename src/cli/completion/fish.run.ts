import { printScript } from './print-script.js';
import { fishScript } from './scripts/fish.js';

export const run = printScript('fish', fishScript);
