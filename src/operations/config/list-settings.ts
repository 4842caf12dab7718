import * as z from 'zod/mini';
import { surveyConfig } from '../../config/survey-config.js';
import { operation } from '../operation.js';
import type { ConfigDeps } from './config-deps.js';
import type { ConfigListOutput } from './outputs.js';
import { settingView } from './setting-view.js';

/** Every setting with its value and origin, and all that is wrong with the configuration. */
export const listSettings = operation(
  z.object({}),
  async (sources: ConfigDeps): Promise<ConfigListOutput> => {
    const { settings, problems, warnings } = await surveyConfig(sources);
    return {
      settings: Object.values(settings).map(settingView),
      problems: problems.map(({ error }) => error.message),
      warnings: [...warnings],
      next: problems.length + warnings.length > 0 ? 'prompt-runner config edit' : 'prompt-runner config path',
    };
  },
);
