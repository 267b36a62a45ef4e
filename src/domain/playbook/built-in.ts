import stored from './built-in.generated.json' with { type: 'json' }
import { type ComposedSource, compose } from './compose.ts'
import type { Playbook } from './playbook.ts'

/** A playbook as `npm run generate` stores it: parsed, with the lines of its file, so that no process parses Markdown to start. */
type Stored = {
  readonly file: string
  readonly playbook: Playbook
  /** An id a line: JSON has no maps. */
  readonly places: {
    readonly include: number
    readonly steps: readonly { readonly id: string; readonly line: number }[]
  }
}

const revive = ({ places, ...rest }: Stored): ComposedSource => ({
  ...rest,
  places: { include: places.include, steps: new Map(places.steps.map(({ id, line }) => [id, line])) },
})

let read: readonly ComposedSource[] | null = null
let composed: readonly Playbook[] | null = null

/** The files of `templates/playbooks`, parsed, for teams without their own. */
export const builtIn = (): readonly ComposedSource[] => {
  read ??= (stored as readonly Stored[]).map(revive)
  return read
}

/** The playbooks of `templates/playbooks`, each with what it includes. */
export const builtInPlaybooks = (): readonly Playbook[] => {
  composed ??= compose(builtIn()).playbooks
  return composed
}
