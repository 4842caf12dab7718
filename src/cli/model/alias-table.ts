import type { AliasView } from '../../operations/model/outputs.js';
import { styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

/** Aliases with what they mean, and for whom. */
export function aliasTable(aliases: readonly AliasView[], stream: OutputStream): string {
  const { dim } = styleFor(stream);
  return renderTable(
    aliases,
    [
      { header: 'Alias', cell: ({ name }) => name },
      { header: 'Model', cell: ({ target }) => target, flexible: true, minWidth: 16 },
      { header: 'Project', cell: ({ project }) => project ?? 'all', flexible: true, minWidth: 8, paint: dim },
    ],
    stream,
  );
}
