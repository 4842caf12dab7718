import { run as onPrompt } from '../../prompt/diff.run.js';
import { onTemplate } from './on-template.js';

export const run = onTemplate(onPrompt, ({ before, after }) => [before, after]);
