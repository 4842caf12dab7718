import { expect, it } from 'vitest';
import * as whole from './index.js';
import * as onDemand from './on-demand.js';

it('the entry that loads the engine on demand has every name of the folder', () => {
  expect(Object.keys(onDemand).toSorted()).toEqual(Object.keys(whole).toSorted());
  expect(onDemand.TemplateError).toBe(whole.TemplateError);
  expect(Object.getOwnPropertyNames(onDemand.TemplateCache.prototype).toSorted()).toEqual(
    Object.getOwnPropertyNames(whole.TemplateCache.prototype).toSorted(),
  );
});
