import type { SourceText } from '../../../../base/text/source-text.js';
import type { Span } from '../../../../base/yaml/yaml-tree.js';
import { FaultList } from '../../fault-list.js';

/** A file on its way from text to workflow: it gathers all that is wrong. */
export class Reading {
  readonly source: SourceText;
  readonly faults: FaultList;
  /** Names of which nothing could be made, which has been told: that they are missing is no other fault. */
  readonly lost = new Set<string>();

  constructor(source: SourceText) {
    this.source = source;
    this.faults = new FaultList(source);
  }

  /**
   * Notes a fault.
   * @returns undefined, for what cannot be read
   */
  refuse({ start }: Span, message: string, hint: string | null = null): undefined {
    this.faults.add(start, message, hint);
  }

  /** What the file says at a place, as it stands there. */
  written({ start, end }: Span): string {
    return this.source.text.slice(start, end);
  }
}
