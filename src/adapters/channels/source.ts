/** Where the operator's file stands: beside the App, or in a workflow, where no secret may be written out. */
export type Source = {
  /** As problems name it. */
  readonly file: string
  readonly where: 'app' | 'action'
  readonly env: Readonly<Record<string, string | undefined>>
}
