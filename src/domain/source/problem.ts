/** Something wrong in a file that people wrote: where, what came, what was expected. */
export type Problem = { readonly file: string; readonly line: number; readonly says: string; readonly expected: string }
