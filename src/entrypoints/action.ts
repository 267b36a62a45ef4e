import { unknownRun } from '../messages/run-outcome.ts'
import { type EventTarget, jobTarget } from '../runtime/event-target.ts'

// The light half: most events of a repository concern no incident, and for those nothing heavy is loaded. A built-in
// module that is imported, and an await at the top, make Node take longer to start than all that is done here: so neither.

/** What a runner gives: the event's name, and its payload in a file. Issue text is never taken from a variable. */
const event = (): { name: string; payload: unknown } => {
  const { GITHUB_EVENT_NAME: name = '', GITHUB_EVENT_PATH: path = '', GITHUB_REPOSITORY: here = '' } = process.env
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const payload: unknown = path === '' ? {} : JSON.parse(readFileSync(path, 'utf8'))
  const [login, repo] = here.split('/')
  // a scheduled event's payload need not name the repository
  return {
    name,
    payload: { repository: { name: repo, owner: { login } }, ...(typeof payload === 'object' ? payload : {}) },
  }
}

const target = (): EventTarget => {
  const { name, payload } = event()
  return jobTarget(name, payload)
}

// a rejection that nobody catches ends the process with an error, as it should
const workOnIncidents = (found: EventTarget): void => {
  if (found.is !== 'nothing') void import('./action-incidents.ts').then(heavy => heavy.workOnIncidents(found))
}

const plan = (found: EventTarget): void => {
  if (found.is !== 'nothing') void import('./action-plan.ts').then(heavy => heavy.planTarget(found))
}

switch (process.env.INPUT_RUN?.trim() ?? '') {
  case '':
  case 'incidents':
    workOnIncidents(target())
    break
  case 'plan':
    plan(target())
    break
  case 'check':
    void import('./action-check.ts').then(({ workOnCheck }) => workOnCheck())
    break
  default:
    process.stdout.write(`::error::${unknownRun()}\n`)
    process.exitCode = 1
}
