import { isAbsolute, relative } from 'node:path';
import { type Fields, textAt } from './fields.js';

/** A tool as an agent used it. */
export interface AgentToolUse {
  readonly name: string;
  readonly input: Fields;
}

/** What is done with a tool, by the names that agents give their tools (lower case, without `_`). */
const verbs: readonly (readonly [verb: string, tools: readonly string[]])[] = [
  ['reads', ['read', 'readfile', 'readmanyfiles', 'view']],
  ['writes', ['write', 'writefile']],
  ['edits', ['edit', 'multiedit', 'replace', 'notebookedit', 'patch', 'applypatch', 'filechange']],
  ['runs', ['bash', 'shell', 'runshellcommand', 'execcommand', 'commandexecution']],
  ['searches', ['grep', 'glob', 'grepsearch', 'search', 'searchfilecontent', 'websearch', 'googlewebsearch']],
  ['lists', ['list', 'ls', 'listdirectory']],
  ['fetches', ['webfetch', 'fetch']],
  ['delegates', ['task', 'agent', 'invokeagent']],
];

/** Where tools say what they are used on, the more telling first. */
const subjects = [
  'file_path',
  'filePath',
  'absolute_path',
  'notebook_path',
  'command',
  'cmd',
  'pattern',
  'query',
  'url',
  'path',
  'dir_path',
  'description',
];

/** What an agent does, as one line: `reads src/app.ts`, `runs npm test`. */
export function toolActivity({ name, input }: AgentToolUse, folder: string): string {
  const plain = name.toLowerCase().replaceAll('_', '');
  const verb = verbs.find(([, tools]) => tools.includes(plain))?.[0] ?? `uses ${name}:`;
  const subject = subjects.map((key) => textAt(input, key)).find((value) => value !== null && value !== '');
  return subject === undefined || subject === null ? `uses ${name}` : `${verb} ${inFolder(subject, folder)}`;
}

/** A path inside the folder as it is seen from there, with `/`; anything else as it is. */
export function inFolder(path: string, folder: string): string {
  if (!isAbsolute(path)) return path;
  const inside = relative(folder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return path;
  return inside.replaceAll('\\', '/');
}
