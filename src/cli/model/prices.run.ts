import { groupThousands } from '../../base/text/group-thousands.js';
import { listPrices } from '../../operations/model/list-prices.js';
import type { InputOf } from '../command.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { nextLine } from '../render/next-line.js';
import { priceTable } from './price-table.js';
import type { prices } from './prices.js';

export async function run(
  context: CommandContext,
  { arguments: { pattern } }: InputOf<typeof prices>,
): Promise<number> {
  const output = await listPrices(await context.openDatabase(), { pattern });
  context.print(output, (stream) => {
    if (output.models.length > 0) return priceTable(output.models, stream);
    const known = `Of ${groupThousands(output.total)} prices, none is of a model that is called so.`;
    return `${known}\n${nextLine('prompt-runner model prices', stream)}`;
  });
  return exitCode.done;
}
