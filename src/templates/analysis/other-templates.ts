import type { Engine } from '../engine.js';
import { TemplateError } from '../errors.js';
import type { CompiledTemplate } from '../runtime/compiled-template.js';
import type { Expression, Statement } from '../syntax/syntax-tree.js';
import { allStatements } from '../syntax/walk.js';
import { findingIn, type LintFinding, syntaxFinding } from './finding.js';
import { literalNames } from './literal-templates.js';

/** What is wrong with the templates that one brings in by literal names, and with those that they bring in. */
export function findInOtherTemplates(template: CompiledTemplate, engine: Engine): readonly LintFinding[] {
  const others = new OtherTemplates(engine);
  others.checkUsesOf(template);
  return others.findings;
}

class OtherTemplates {
  readonly findings: LintFinding[] = [];
  readonly #engine: Engine;
  /** Whether there is a template, by the names that were asked for. */
  readonly #isThere = new Map<string, boolean>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  checkUsesOf({ source, tree }: CompiledTemplate): void {
    for (const statement of allStatements(tree)) {
      for (const choice of choicesOf(statement)) {
        // Every choice is looked at: any of them may be the broken one.
        const present = choice.filter((name) => this.#check(name));
        if (choice.length === 0 || present.length > 0) continue;
        const message = this.#engine.missing(choice);
        this.findings.push(findingIn(source, { rule: 'missing-template', message, at: statement.at }));
      }
    }
  }

  /** Checks a template once; tells whether there is one. */
  #check(name: string): boolean {
    const known = this.#isThere.get(name);
    if (known !== undefined) return known;
    this.#isThere.set(name, true);
    const template = this.#load(name);
    this.#isThere.set(name, template !== undefined);
    if (template instanceof TemplateError) this.findings.push(syntaxFinding(template));
    else if (template !== undefined) this.checkUsesOf(template);
    return template !== undefined;
  }

  #load(name: string): CompiledTemplate | TemplateError | undefined {
    try {
      return this.#engine.load(name);
    } catch (error) {
      if (error instanceof TemplateError) return error;
      throw error;
    }
  }
}

/** The literal names that a statement brings in: of each choice one has to be there. */
function choicesOf(statement: Statement): readonly (readonly string[])[] {
  if (!('template' in statement)) return [];
  if (statement.kind === 'include' && statement.ignoreMissing) return [];
  return alternatives(statement.template);
}

function alternatives(node: Expression): readonly (readonly string[])[] {
  if (node.kind === 'list' || node.kind === 'tuple') {
    const isWhollyLiteral = node.items.every(({ kind }) => kind === 'literal');
    return isWhollyLiteral ? [literalNames(node)] : [];
  }
  return literalNames(node).map((name) => [name]);
}
