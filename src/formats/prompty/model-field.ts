import type { Fields } from '../fields.js';
import type { JsonObject } from '../json-value.js';
import type { PromptSettings } from '../prompt-document.js';
import type { Loss } from '../prompt-format.js';

export interface ReadModel extends Pick<PromptSettings, 'model' | 'parameters'> {
  readonly losses: readonly Loss[];
}

/** The model of a file of version 2, where it may be a text, or of version 1. */
export function readModel(fields: Fields): ReadModel {
  const value = fields.value('model') ?? null;
  if (typeof value === 'string') return { model: value, parameters: {}, losses: [] };
  const model = fields.mapping('model');
  return model === null ? { model: null, parameters: {}, losses: [] } : readMapping(model);
}

function readMapping(model: Fields): ReadModel {
  const configuration = model.mapping('configuration');
  const id =
    model.text('id') ?? configuration?.text('azure_deployment') ?? configuration?.text('name') ?? null;
  const provider = model.text('provider');
  const parameters = { ...model.object('parameters'), ...model.object('options') };
  const losses = [
    ...apiLosses(model),
    ...model.lose('connection', HOW_REACHED),
    ...(configuration?.rest(HOW_REACHED) ?? []),
    ...model.rest(),
  ];
  if (id?.startsWith('${') !== true) return { model: named(id, provider), parameters, losses };
  const elsewhere = { what: 'model.id', reason: 'a value that comes from elsewhere is not read' };
  return { model: null, parameters, losses: [elsewhere, ...losses] };
}

const HOW_REACHED = 'how a model is reached is not kept in prompts';

function apiLosses(model: Fields): readonly Loss[] {
  return ['apiType', 'api'].flatMap((key) =>
    (model.text(key) ?? 'chat') === 'chat' ? [] : model.lose(key, 'prompts here are chats'),
  );
}

/** The provider stands before the model here. */
function named(id: string | null, provider: string | null): string | null {
  return id === null || provider === null ? id : `${provider}:${id}`;
}

/** The field from which {@link readModel} reads the same. */
export function modelField({ model, parameters }: PromptSettings): JsonObject {
  const options = Object.keys(parameters).length === 0 ? {} : { options: parameters };
  const field = { ...nameField(model), ...options };
  return Object.keys(field).length === 0 ? {} : { model: field };
}

function nameField(model: string | null): JsonObject {
  if (model === null) return {};
  const [, provider, id] = /^([a-z][\w-]*):(.+)$/s.exec(model) ?? [];
  return provider === undefined || id === undefined ? { id: model } : { id, provider };
}
