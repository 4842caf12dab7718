import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import type {
  ExportedFile,
  ImportedFile,
  PromptExportOutput,
  PromptImportOutput,
} from '../../operations/prompt/sync/outputs.js';
import { renderDifference } from '../render/difference.js';
import { nextLine, sentence } from '../render/next-line.js';
import { ruler } from '../render/ruler.js';
import { type Paint, styleFor } from '../render/style.js';
import { renderTable } from '../render/table.js';
import type { OutputStream } from '../streams.js';

type Outcome = ExportedFile['outcome'] | ImportedFile['outcome'];

const words: Readonly<Record<Outcome, string>> = {
  write: 'written',
  update: 'updated',
  same: 'unchanged',
  edited: 'edited',
  conflict: 'conflict',
  failed: 'failed',
  create: 'created',
  take: 'new version',
  behind: 'behind',
  deleted: 'deleted',
};

/** What became of each prompt that was to be written. */
export function renderExport(output: PromptExportOutput, folder: string, stream: OutputStream): string {
  const total = output.files.length;
  if (total === 0) return `There is no prompt to write.\n${nextLine(output.next, stream)}`;
  const verb = output.dryRun ? 'would be written' : 'written';
  const summary = `${groupThousands(output.written)} of ${groupThousands(total)} ${verb} to ${folder}${unchanged(output.files)}.`;
  return `${fileTable(output.files, stream)}${remarks(output.files, stream)}${sentence(summary, stream)}${nextLine(output.next, stream)}`;
}

/** What became of each file that was to be read. */
export function renderImport(output: PromptImportOutput, path: string, stream: OutputStream): string {
  const total = output.files.length;
  if (total === 0) return sentence(`${path} holds no file that may be a prompt.`, stream);
  const verb = output.dryRun ? 'would be taken' : 'taken';
  const summary = `${groupThousands(output.written)} of ${groupThousands(total)} ${verb} from ${path}${unchanged(output.files)}.`;
  return `${fileTable(output.files, stream)}${remarks(output.files, stream)}${sentence(summary, stream)}${nextLine(output.next, stream)}`;
}

function unchanged(files: readonly (ExportedFile | ImportedFile)[]): string {
  const count = files.filter(({ outcome }) => outcome === 'same').length;
  return count === 0 ? '' : `, ${groupThousands(count)} unchanged`;
}

/** The files of which there is something to say. */
function fileTable(files: readonly (ExportedFile | ImportedFile)[], stream: OutputStream): string {
  const style = styleFor(stream);
  return renderTable(
    files.filter(({ outcome }) => outcome !== 'same'),
    [
      { header: 'File', cell: ({ file }) => forTerminalLine(file) },
      { header: 'Prompt', cell: promptOf },
      {
        header: 'Outcome',
        cell: ({ outcome }) => words[outcome],
        paint: (text, { outcome }) => paintOf(style, outcome)(text),
      },
      { header: 'Why', cell: ({ reason }) => reason ?? '', flexible: true, minWidth: 16, paint: style.dim },
    ],
    stream,
  );
}

function promptOf({ prompt, version }: ExportedFile | ImportedFile): string {
  if (prompt === null) return '';
  return version === null ? prompt : `${prompt}@${version}`;
}

function paintOf({ green, yellow, red, dim }: ReturnType<typeof styleFor>, outcome: Outcome): Paint {
  if (outcome === 'failed' || outcome === 'conflict') return red;
  if (outcome === 'edited' || outcome === 'behind' || outcome === 'deleted') return yellow;
  return outcome === 'same' ? dim : green;
}

/** The differences that keep files apart, and what could not be carried over. */
function remarks(files: readonly (ExportedFile | ImportedFile)[], stream: OutputStream): string {
  return files
    .map((file) => `${warningsOf(file, stream)}${offeredOf(file, stream)}${differenceOf(file, stream)}`)
    .join('');
}

function warningsOf(file: ExportedFile | ImportedFile, stream: OutputStream): string {
  const warnings = 'losses' in file ? file.losses : file.warnings;
  return warnings.map((warning) => sentence(`${forTerminalLine(file.file)}: ${warning}`, stream)).join('');
}

function offeredOf(file: ExportedFile | ImportedFile, stream: OutputStream): string {
  if (!('offered' in file) || file.offered.length === 0) return '';
  const places = file.offered.map(({ written, name }) => `${forTerminalLine(written)} (${name})`).join(', ');
  return sentence(
    `${forTerminalLine(file.file)}: ${places} may be meant as variables: --offered NAME.`,
    stream,
  );
}

function differenceOf({ file, difference }: ExportedFile | ImportedFile, stream: OutputStream): string {
  if (difference === null) return '';
  const { dim } = styleFor(stream);
  return `${dim(ruler(stream.columns, forTerminalLine(file)))}\n${renderDifference(difference, stream)}${dim(ruler(stream.columns))}\n`;
}
