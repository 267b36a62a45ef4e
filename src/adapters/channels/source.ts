/** Where the operator's file stands: beside the App, or in a workflow, where no secret may be written out. */
export type Source = {
  /** As problems name it. */
  readonly file: string
  readonly where: 'app' | 'action'
  /** What the environment variable of this name holds. */
  readonly variable: (name: string) => string | undefined
}

/** The variables of an environment. */
export const variablesOf =
  (env: Readonly<Record<string, string | undefined>>): Source['variable'] =>
  name =>
    Object.hasOwn(env, name) ? env[name] : undefined
