import type { PricedModelView } from '../../operations/model/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** Models with what a million tokens cost, in US dollars. */
export function priceTable(models: readonly PricedModelView[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    models,
    [
      { header: 'Model', cell: ({ name }) => name, flexible: true, minWidth: 20 },
      { header: 'In', cell: ({ price }) => rate(price.input), align: 'right' },
      { header: 'Cached', cell: ({ price }) => rate(price.cachedInput), align: 'right' },
      { header: 'Out', cell: ({ price }) => rate(price.output), align: 'right' },
      { header: 'Source', cell: ({ price }) => price.source, paint: dim },
    ],
    stream,
  );
}

/** Two digits where they tell all, as prices have them. */
export function rate(price: number | null): string {
  if (price === null) return '';
  const cents = price.toFixed(2);
  return `$${Number(cents) === price ? cents : String(price)}`;
}
