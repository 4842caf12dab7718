import type { OpenModel } from '../../models/spec/open-model.js';

/** What is usual with a provider gives way to what somebody asks for; what the user's own file says does not. */
export function withCallsAtATime(model: OpenModel, concurrency: number): OpenModel {
  const { name, identity, kind, limits, abilities } = model;
  if (limits.concurrencyIs === 'given' || limits.concurrency >= concurrency) return model;
  return {
    ...{ name, identity, kind, abilities },
    limits: { ...limits, concurrency },
    call: (request, watch) => model.call(request, watch),
  };
}
