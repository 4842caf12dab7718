/** Where the templates are that a template includes, imports or extends. */
export interface OtherTemplates {
  /** The bytes of a template; undefined when there is none of that name. */
  fetch(name: string): Promise<Uint8Array | undefined>;
  /** The names that stand beside a missing one, as far as they have been seen. */
  namesNear(missing: string): Iterable<string>;
}

/** What operations on templates work with. */
export interface TemplateDeps {
  readonly templates: OtherTemplates;
}
