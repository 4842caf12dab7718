/** Why a piece of work did not come to its end. */
interface Problem {
  readonly code: string;
  readonly message: string;
}

interface ProblemColumns {
  readonly problem_code: string | null;
  readonly problem_message: string | null;
}

/** A problem as a row says it. */
export function problemColumns(problem: Problem | null) {
  return { problem_code: problem?.code ?? null, problem_message: problem?.message ?? null };
}

/** Null when there is none. */
export function problemOf({ problem_code, problem_message }: ProblemColumns): Problem | null {
  return problem_code === null ? null : { code: problem_code, message: problem_message ?? problem_code };
}
