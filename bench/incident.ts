import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Actor,
  accountByLogin,
  addRuleset,
  closeIssue,
  createComment,
  createIssue,
  type Emulator,
  type Issue,
  issueByNumber,
  issuesOf,
  repositoryByName,
  startEmulator,
  type World,
} from 'github-emulator'
import { findMarker } from '../src/domain/text/marker.ts'
import type { Name } from '../src/drill/acme.ts'
import { report } from '../src/drill/acme.ts'
import { fill, owner, repo } from '../src/drill/stage.ts'
import { playbookOf } from './hundred.ts'

/** How many steps the playbook has: as few as a team's own may have, or as many as GitHub lets an issue have. */
export type Steps = 14 | 100

/** A repository on the embedded GitHub, and what people do in it. They act on its world: only the product sends requests. */
export type BenchPlace = {
  readonly emulator: Emulator
  readonly steps: Steps
  /** Opens an issue that is an incident, and tells its number. */
  readonly declare: (who: Name) => number
  /** Opens an issue about something else. */
  readonly report: (who: Name) => number
  /** Says something on an incident, or on its step. */
  readonly say: (who: Name, incident: number, text: string, step?: string) => void
  readonly close: (who: Name, incident: number) => void
  readonly wait: (minutes: number) => void
  /** The ids of an incident's steps, in the order of their sub-issues. */
  readonly stepsOf: (incident: number) => readonly string[]
}

const fourteen = readFileSync(join(import.meta.dirname, 'fourteen.md'), 'utf8')

const configuration = `roster:
  incident-commander: [dana, erin]
  forensics: [alice]
  security: [bob]
  counsel: [carol]
  engineering-lead: [gwen]
  marketing: [hugo]
reviewers: [erin, gwen]
assign_at_declaration: [forensics, security, counsel, engineering-lead, marketing]
`

export const openPlace = async (steps: Steps, limits: { readonly on: boolean } = { on: true }): Promise<BenchPlace> => {
  const files = {
    '.github/incidents.yml': configuration,
    // in the place of the built-in one, so that figures stay comparable while that one grows
    '.github/incidents/security-incident.md': fourteen,
    '.github/incidents/hundred.md': playbookOf(100),
  }
  const emulator = await startEmulator({
    inProcess: true,
    clock: { frozen: '2026-03-01T21:43:00Z' },
    instantTimeouts: true,
    validate: false,
    memory: 0,
    tokensExpire: false,
    limits,
    setUp: world => {
      fill(world, files)
      protect(world)
    },
  })
  return { emulator, steps, wait: minutes => emulator.clock.advance(minutes * 60_000), ...actionsOf(emulator, steps) }
}

/** As docs/install.md asks for: only the App writes the record. */
const protect = (world: World): void => {
  const repository = repositoryByName(world.state, owner, repo)
  const [app] = [...world.state.apps.values()].filter(({ slug }) => slug !== 'github-actions')
  if (repository === null || app === undefined) throw new Error('no repository, or no App')
  addRuleset(world, repository.id, {
    name: 'records',
    include: ['refs/heads/incident/**'],
    rules: ['creation', 'update', 'deletion', 'non_fast_forward'],
    bypass: [{ type: 'Integration', appId: app.id }],
  })
}

const actionsOf = (
  emulator: Emulator,
  steps: Steps,
): Pick<BenchPlace, 'declare' | 'report' | 'say' | 'close' | 'stepsOf'> => {
  const { world } = emulator
  const playbook = steps === 14 ? 'security-incident' : 'hundred'
  // a step is looked up once: in a long talk that would be most of the work
  const known = new Map<string, number>()
  const pageOf = (incident: number, step?: string): number => {
    const key = `${incident} ${step}`
    const id = known.get(key) ?? idOf(emulator, incident, step)
    known.set(key, id)
    return id
  }
  return {
    declare: who =>
      createIssue(world, actorOf(emulator, who), here(emulator), {
        title: 'Report',
        body: report,
        labels: ['incident', `playbook: ${playbook}`],
      }).number,
    report: who =>
      createIssue(world, actorOf(emulator, who), here(emulator), { title: 'The deployment squeaks' }).number,
    say: (who, incident, text, step) => {
      createComment(world, actorOf(emulator, who), pageOf(incident, step), text)
    },
    close: (who, incident) => {
      closeIssue(world, actorOf(emulator, who), pageOf(incident))
    },
    stepsOf: incident => pagesOf(emulator, incident).map(({ step }) => step),
  }
}

const here = ({ world }: Emulator): number => {
  const repository = repositoryByName(world.state, owner, repo)
  if (repository === null) throw new Error(`there is no ${owner}/${repo}`)
  return repository.id
}

const actorOf = ({ world }: Emulator, who: Name): Actor => {
  const account = accountByLogin(world.state, who)
  if (account === null) throw new Error(`nobody is called ${who}`)
  return { kind: 'user', user: account.id }
}

const pagesOf = (emulator: Emulator, incident: number): readonly { page: Issue; step: string }[] =>
  issuesOf(emulator.world.state, here(emulator)).flatMap(page => {
    const marker = findMarker(page.body, 'step')
    return marker?.number === incident ? [{ page, step: marker.key }] : []
  })

const idOf = (emulator: Emulator, incident: number, step: string | undefined): number => {
  const page =
    step === undefined
      ? issueByNumber(emulator.world.state, here(emulator), incident)
      : pagesOf(emulator, incident).find(one => one.step === step)?.page
  if (!page) throw new Error(`#${incident} has no ${step ?? 'page'}`)
  return page.id
}
