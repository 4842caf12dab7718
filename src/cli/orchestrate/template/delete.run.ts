import { run as onPrompt } from '../../prompt/delete.run.js';
import { onTemplate } from './on-template.js';

export const run = onTemplate(onPrompt, ({ prompt }) => [prompt]);
