import { printScript } from './print-script.js';
import { zshScript } from './scripts/zsh.js';

export const run = printScript('zsh', zshScript);
