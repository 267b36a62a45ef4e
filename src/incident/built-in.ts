import { builtInTexts } from './built-in-texts.ts'
import type { Playbook } from './playbook.ts'
import { readPlaybook } from './read-playbook.ts'

export { builtInTexts }

let read: readonly Playbook[] | null = null

/** The playbooks of `templates/playbooks`, for teams without their own. Read once, when first asked for. */
export const builtInPlaybooks = (): readonly Playbook[] => {
  read ??= builtInTexts.flatMap(({ name, text }) => {
    const result = readPlaybook(name, text)
    return 'playbook' in result ? [result.playbook] : []
  })
  return read
}
