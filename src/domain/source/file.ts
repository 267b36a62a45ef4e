/** Whatever GitHub keeps as text: `truncated` when it gave less than there is. */
export type File = { readonly name: string; readonly text: string; readonly truncated: boolean }
