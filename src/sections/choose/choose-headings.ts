import type { FenceList } from '../scan/fence-list.js';
import type { Candidate, Landmarks } from '../scan/landmarks.js';
import type { Boundary, SegmentReading } from './body-reading.js';
import { boundariesOf } from './boundaries.js';
import { textAfterWeight } from './fenced-walk.js';
import { linkWeight } from './likeness.js';
import { type Preface, readPrefaces } from './preface.js';
import { withoutSealed } from './sealed-bodies.js';
import { readSegments, type Segments } from './segments.js';
import { type Standing, standingsOf } from './standing.js';
import { weights } from './weights.js';

/** A candidate taken for a heading, and the text after it up to the next one. */
export interface ChosenHeading {
  readonly heading: Candidate;
  readonly reading: SegmentReading;
  readonly until: Boundary;
}

/** The reading of a whole answer. */
export interface ChosenReading {
  readonly headings: readonly ChosenHeading[];
  /** Fences around the whole answer, by their index. */
  readonly wholeFence: { readonly opener: number; readonly closer: number | null } | null;
  /** Candidates that were passed over outside the bodies' fences, or might have been headings. */
  readonly passedOver: number;
}

/** Partial readings kept for each candidate. */
const MOST_PATHS = 24;

/** A partial reading that ends with a heading. */
interface Path {
  readonly index: number;
  readonly keys: bigint;
  readonly weight: number;
  readonly previous: Path | null;
  readonly preface: Preface;
}

/**
 * Chooses which candidates are headings, so that the reading as a whole is the likeliest: names as they
 * were asked for, each once, in the same form and depth, with code blocks that close before the next.
 */
export function chooseHeadings(landmarks: Landmarks, text: string): ChosenReading {
  return new Choice(withoutSealed(landmarks), text).best();
}

class Choice {
  readonly #candidates: readonly Candidate[];
  readonly #fences: FenceList;
  readonly #boundaries: ReturnType<typeof boundariesOf>;
  readonly #segments: readonly (Segments | null)[];
  readonly #prefaces: readonly Preface[];
  readonly #standings: readonly Standing[];
  readonly #paths: Path[][] = [];

  constructor(landmarks: Landmarks, text: string) {
    this.#standings = standingsOf(landmarks);
    this.#candidates = landmarks.candidates;
    this.#fences = landmarks.fences;
    this.#boundaries = boundariesOf(landmarks, text);
    this.#segments = landmarks.candidates.map((_, index) =>
      readSegments(landmarks, this.#boundaries, index, this.#standings),
    );
    this.#prefaces = readPrefaces(landmarks, this.#standings);
  }

  best(): ChosenReading {
    let best: Ending | null = null;
    this.#candidates.forEach((candidate, index) => {
      const paths = this.#pathsTo(candidate, index);
      this.#paths.push(paths);
      for (const path of paths) {
        const ending = this.#end(path);
        if (ending.weight > (best?.weight ?? weights.nothing)) best = ending;
      }
    });
    return this.#trace(best);
  }

  #pathsTo(candidate: Candidate, index: number): Path[] {
    const bit = 1n << BigInt(candidate.key);
    const best = new Map<bigint, Path>();
    const offer = (path: Path) => {
      if (path.weight > (best.get(path.keys)?.weight ?? Number.NEGATIVE_INFINITY)) best.set(path.keys, path);
    };
    const preface = this.#prefaces[index];
    if (preface !== undefined) {
      offer({
        index,
        keys: bit,
        weight: this.#weightOf(candidate, index) + preface.weight,
        previous: null,
        preface,
      });
    }
    for (const previous of this.#paths.flat()) {
      const step = this.#step(previous, candidate, index);
      const taken = (previous.keys & bit) !== 0n;
      const own = taken ? this.#duplicateWeight(index) : this.#weightOf(candidate, index);
      offer({
        index,
        keys: previous.keys | bit,
        weight: previous.weight + own + step,
        previous,
        preface: previous.preface,
      });
    }
    return [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_PATHS);
  }

  #duplicateWeight(index: number): number {
    return this.#standings[index] === 'free' ? weights.duplicate : weights.doubtfulDuplicate;
  }

  #weightOf(candidate: Candidate, index: number): number {
    const beneath = candidate.line - (this.#candidates[index - 1]?.line ?? -2) === 1;
    return headingWeight(candidate, this.#standings[index]) + (beneath ? weights.beneathCandidate : 0);
  }

  #step(path: Path, next: Candidate, index: number): number {
    const previous = this.#candidates[path.index];
    const segment = this.#segments[path.index]?.until[index];
    if (previous === undefined || segment === undefined) return Number.NEGATIVE_INFINITY;
    return segment.weight + linkWeight(previous, next) + sizeWeight(previous, next);
  }

  /** Ends a path at the end of the answer, or at the fence that closes the whole of it. */
  #end(path: Path): Ending {
    const segments = this.#segments[path.index];
    const { end } = this.#boundaries;
    const lonely = path.previous === null && this.#candidates[path.index]?.match === 'synonym';
    const base = path.weight + (lonely ? weights.onlySynonym : 0);
    const untilEnd = {
      path,
      until: end,
      reading: segments?.untilEnd,
      weight: base + (segments?.untilEnd.weight ?? 0),
    };
    const wrapped = this.#endOfWhole(path, base);
    return wrapped !== null && wrapped.weight > untilEnd.weight ? wrapped : untilEnd;
  }

  #endOfWhole(path: Path, base: number): Ending | null {
    const { end, wholeFence: until } = this.#boundaries;
    const reading = this.#segments[path.index]?.untilWholeFence ?? null;
    if (path.preface.wholeFence === null || until === null || reading === null) return null;
    const opener = this.#fences.at(path.preface.wholeFence);
    const closer = this.#fences.at(until.fence);
    if (closer.marker !== opener.marker || closer.length < opener.length) return null;
    const matches = closer.length === opener.length ? weights.wholeFenceClosed : weights.closerLonger;
    const weight = base + reading.weight + matches + textAfterWeight(end.line - until.line - 1, true);
    return { path, until, reading, weight };
  }

  #trace(ending: Ending | null): ChosenReading {
    if (ending?.reading === undefined)
      return { headings: [], wholeFence: null, passedOver: this.#candidates.length };
    const headings: ChosenHeading[] = [];
    let until = ending.until;
    let reading: SegmentReading | undefined = ending.reading;
    for (let path: Path | null = ending.path; path !== null; path = path.previous) {
      const heading = this.#candidates[path.index];
      const boundary = this.#boundaries.candidates[path.index];
      if (heading === undefined || boundary === undefined || reading === undefined) break;
      headings.unshift({ heading, reading, until });
      until = boundary;
      reading = path.previous === null ? undefined : this.#segments[path.previous.index]?.until[path.index];
    }
    const opener = ending.path.preface.wholeFence;
    const closer = ending.until === this.#boundaries.wholeFence ? ending.until.fence : null;
    return {
      headings,
      wholeFence: opener === null ? null : { opener, closer },
      passedOver: this.#candidates.length - headings.length,
    };
  }
}

interface Ending {
  readonly path: Path;
  readonly until: Boundary;
  readonly reading: SegmentReading | undefined;
  readonly weight: number;
}

/** What a candidate's own line says for its being a heading. */
function headingWeight({ form, match, numbered, remark }: Candidate, standing: Standing | undefined): number {
  const rest = remark ? weights.remark : 0;
  if (standing === 'example' || standing === 'outnamed') return weights[standing] + rest;
  if (form !== 'plain' && form !== 'bullet') return weights.name[match] + rest;
  const listed = standing === 'listed' ? weights.plainListed : 0;
  return weights.name[match] + weights[form][match] + (numbered ? weights.numberedPlain : 0) + listed + rest;
}

/** Lines of the longest body that may still be a placeholder. */
const SCANT_LINES = 2;

/** What the size of the body between two headings says against the first being one. */
function sizeWeight(heading: Candidate, next: Candidate): number {
  const lines = next.line - heading.line - 1;
  if (lines > SCANT_LINES) return 0;
  if (lines > 0) return weights.scantBody;
  return heading.form === 'plain' || heading.form === 'bullet' ? weights.emptyPlainBody : weights.emptyBody;
}
