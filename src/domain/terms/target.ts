/** An issue, or a pull request, as an operation names it: the id for GitHub, the number for people. */
export type Target = { readonly id: string; readonly number: number }
