import { printScript } from './print-script.js';
import { powershellScript } from './scripts/powershell.js';

export const run = printScript('powershell', powershellScript);
