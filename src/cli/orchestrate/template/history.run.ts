import { run as onPrompt } from '../../prompt/versions.run.js';
import { onTemplate } from './on-template.js';

export const run = onTemplate(onPrompt, ({ prompt }) => [prompt]);
