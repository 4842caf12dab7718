import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readYaml } from '../yaml/read-yaml.js';
import type { YamlNode } from '../yaml/yaml-node.js';
import { FakeScriptError } from './errors.js';
import type { FakeCondition, FakeReply, FakeRule, FakeScript } from './fake-script.js';
import { REPLY_KEYS, readReply } from './read-reply.js';

const ANY: FakeCondition = { contains: null, matches: null, call: null };

/**
 * Reads the script of a fake: `rules`, a list of which each may say `when`, what to answer, and what to answer
 * `then`; and whether it takes `tools`.
 *
 * @param path absolute
 * @throws FakeScriptError with the line of what is wrong
 */
export async function readScript(path: string): Promise<FakeScript> {
  const refusal = (problem: string, line: number) =>
    new FakeScriptError(`The script ${path}, line ${line}: ${problem}${/[.?]$/.test(problem) ? '' : '.'}`, {
      hint: 'It is YAML or JSON with "rules", a list of what to answer when.',
    });
  const root = await readYaml(fileText(path), refusal);
  const { rules, tools } = root?.fields(['rules', 'tools']) ?? {};
  const items = rules?.items() ?? [];
  if (items.length === 0) throw refusal('there are no "rules" in it', 1);
  const fileOf = (node: YamlNode) => answerFile(node, dirname(path));
  return { rules: items.map((rule) => readRule(rule, fileOf)), tools: tools?.boolean() ?? true };
}

function readRule(node: YamlNode, fileOf: (node: YamlNode) => string): FakeRule {
  const { when, then, ...reply } = node.fields(['when', 'then', ...REPLY_KEYS]);
  const later = then?.items().map((next) => readReply(next.fields(REPLY_KEYS), fileOf)) ?? [];
  const replies: [FakeReply, ...FakeReply[]] = [readReply(reply, fileOf), ...later];
  return { when: when === undefined ? ANY : readCondition(when), replies };
}

function readCondition(node: YamlNode): FakeCondition {
  const { contains, matches, call } = node.fields(['contains', 'matches', 'call']);
  return {
    contains: contains?.text() ?? null,
    matches: matches === undefined ? null : expressionOf(matches),
    call: call?.integer(1) ?? null,
  };
}

function expressionOf(node: YamlNode): RegExp {
  try {
    return new RegExp(node.text(), 'u');
  } catch (error) {
    if (error instanceof SyntaxError) throw node.refuse(`is no regular expression: ${error.message}`);
    throw error;
  }
}

function answerFile(node: YamlNode, folder: string): string {
  try {
    return readFileSync(resolve(folder, node.text()), 'utf8');
  } catch (error) {
    if (error instanceof FakeScriptError) throw error;
    throw node.refuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FakeScriptError(`The script of the fake model cannot be read: ${reason}.`, {
      hint: 'Behind "fake:" stands the path of a script; "fake" alone repeats what it is given.',
    });
  }
}
