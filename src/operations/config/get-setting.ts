import * as z from 'zod/mini';
import { surveyConfig } from '../../config/survey-config.js';
import { operation } from '../operation.js';
import type { ConfigDeps } from './config-deps.js';
import { findSetting } from './find-setting.js';
import type { ConfigGetOutput } from './outputs.js';
import { settingView } from './setting-view.js';

/**
 * The value of one setting. What is wrong elsewhere in the configuration is a warning here.
 *
 * @throws NotFoundError when there is no such setting
 * @throws ConfigError when its own value makes no sense
 */
export const getSetting = operation(
  z.object({ key: z.string() }),
  async (sources: ConfigDeps, given): Promise<ConfigGetOutput> => {
    const key = findSetting(given.key);
    const { settings, problems, warnings } = await surveyConfig(sources);
    const state = settings[key];
    if (state.problem !== null) throw state.problem;
    return {
      setting: settingView(state),
      warnings: [...problems.map(({ error }) => error.message), ...warnings],
    };
  },
);
