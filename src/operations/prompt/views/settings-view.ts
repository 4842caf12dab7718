import { keysAsWritten } from '../../../base/text/snake-case.js';
import type { PromptSettings } from '../../../formats/index.js';
import type { SettingsView } from '../outputs.js';

export function settingsView({ model, parameters, responseSchema }: PromptSettings): SettingsView {
  return {
    model,
    parameters: keysAsWritten({ ...parameters }),
    responseSchema: keysAsWritten(responseSchema),
  };
}
