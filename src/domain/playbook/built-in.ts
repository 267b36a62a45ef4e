import { builtInTexts } from './built-in-texts.ts'
import { compose, type Read } from './compose.ts'
import type { Playbook } from './playbook.ts'
import { readPlaybook } from './read-playbook.ts'

export { builtInTexts }

let read: readonly Read[] | null = null
let composed: readonly Playbook[] | null = null

/** The files of `templates/playbooks` as they were read, for teams without their own. Read once, when first asked for. */
export const builtIn = (): readonly Read[] => {
  read ??= builtInTexts.flatMap(({ name, text }) => {
    const result = readPlaybook(name, text)
    return 'playbook' in result ? [{ file: `templates/playbooks/${name}`, ...result }] : []
  })
  return read
}

/** The playbooks of `templates/playbooks`, each with what it includes. */
export const builtInPlaybooks = (): readonly Playbook[] => {
  composed ??= compose(builtIn()).playbooks
  return composed
}
