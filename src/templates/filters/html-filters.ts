import { runtimeFault } from '../fault.js';
import { functionTable } from '../runtime/native-function.js';
import { trimOf } from '../syntax/whitespace.js';
import { isMapping, mappingEntries } from '../values/mapping.js';
import { escapeHtml, Markup } from '../values/markup.js';
import { repr } from '../values/repr.js';
import { text } from '../values/text.js';
import { isTrue } from '../values/truth.js';
import { typeName } from '../values/type-name.js';
import { requireDefined, Undefined } from '../values/undefined.js';
import { unescapeHtml } from './html-entities.js';
import { removeTags } from './remove-tags.js';
import { softText } from './soft-text.js';
import { stringOf } from './string-of.js';
import { urlEncode } from './url-encode.js';
import { urlize } from './urlize.js';

/** Filters that read or write HTML and addresses. */
export const HTML_FILTERS = functionTable({
  striptags: [
    { required: ['value'] },
    (rendering, value) => {
      const string = stringOf(softText(rendering, value));
      rendering.budget.makes(string.length);
      return unescapeHtml(trimOf(removeTags(string)).split(/\s+/).join(' '));
    },
  ],
  xmlattr: [
    { required: ['d'], optional: { autospace: true } },
    ({ budget, autoescape }, attributes, autospace) => {
      if (!isMapping(attributes)) {
        requireDefined(attributes);
        throw runtimeFault(`'${typeName(attributes)}' object has no attribute 'items'`);
      }
      const parts: string[] = [];
      for (const [key, value] of mappingEntries(attributes, budget)) {
        budget.step();
        if (value === null || value instanceof Undefined) continue;
        const name = text(key, budget);
        if (/[\s/>=]/.test(name))
          throw runtimeFault(`Invalid character in attribute name: ${repr(name, budget)}`);
        const shown = value instanceof Markup ? value.text : escapeHtml(text(value, budget), budget);
        parts.push(`${escapeHtml(name, budget)}="${shown}"`);
      }
      const joined = parts.join(' ');
      budget.makes(joined.length);
      const spaced = joined !== '' && isTrue(autospace) ? ` ${joined}` : joined;
      return autoescape ? new Markup(spaced) : spaced;
    },
  ],
  urlencode: [{ required: ['value'] }, ({ budget }, value) => urlEncode(value, budget)],
  urlize: [
    {
      required: ['value'],
      optional: { trim_url_limit: null, nofollow: false, target: null, rel: null, extra_schemes: null },
    },
    (rendering, value, limit, nofollow, target, rel, extraSchemes) =>
      urlize(rendering, value, { limit, nofollow: isTrue(nofollow), target, rel, extraSchemes }),
  ],
});
