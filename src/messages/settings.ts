// For whoever sets Tocsin up: what a setting lacks, and what to give.

export const unknownRun = (): string =>
  'Unknown value of the input `run`. Expected: `incidents`, `plan` or `check`, for example `run: check`'
