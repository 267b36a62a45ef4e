import {
  type Actor,
  accountById,
  accountByLogin,
  addBot,
  type Comment,
  commentsOf,
  type EmulatorOptions,
  type Issue,
  issueByNumber,
  issuesOf,
  type Permissions,
  type Repository,
  repositoryByName,
} from 'github-emulator'
import { findMarker } from '../../src/domain/text/marker.ts'
import { type Name, report } from '../../src/drill/acme.ts'
import { owner, repo } from '../../src/drill/stage.ts'
import { standing } from '../../src/drill/standing.ts'
import { type Identity, openScenario } from '../scenario.ts'

/** A team with a short playbook of its own, so that an incident can be led to its end within a test. */
export const team = `roster:
  incident-commander: [dana, erin]
  forensics: [alice]
  security: [bob]
  counsel: [carol]
reviewers: [erin]
playbook: outage
identities: [41898282]
`

export const outage = `---
title: Outage
severity: SEV-2
confidential: false
---
Something that people need is down.

## Contain

- [ ] \`stop-harm\` Stop the harm (security, required)

  The fastest way there is.

- [ ] \`find-cause\` Find the cause (forensics)

## Communicate

- [ ] \`tell-company\` Tell the company (responder, gate, after \`stop-harm\`)
`

export const small: Record<string, string> = {
  'README.md': '# Incidents\n',
  '.github/incidents.yml': team,
  '.github/incidents/outage.md': outage,
}

const takeImages = `---
title: Take images
kind: part
---
## Contain

- [ ] \`image\` Take an image (forensics, per asset, required)

  Before anything is repaired.

- [ ] \`wipe\` Wipe the machine (forensics, gate, per asset, after \`image\`)

## Investigate

- [ ] \`read-images\` Read the images (forensics, after \`image\`)
`

const exposedCredential = `---
title: A credential is exposed
kind: part
---
## Contain

- [ ] \`revoke\` Revoke it (security, per asset, required)

- [ ] \`rotate-everywhere\` Rotate it everywhere (security, per asset, required)

## Investigate

- [ ] \`check-use\` Look whether it was used (forensics, per asset, required)
`

/** Playbooks that are added to what is running. */
export const parts: Record<string, string> = {
  '.github/incidents/take-images.md': takeImages,
  '.github/incidents/exposed-credential.md': exposedCredential,
}

/** The form with nothing said of what is affected. */
const unnamed = report.replace('build-1', '_No response_')

/** So long after somebody's word a run reads it. */
const reactionMs = 5_000

type Options = EmulatorOptions & { given?: Record<string, string>; identity?: Identity }

/** An incident at acme as a conversation: somebody does something, the product comes to rest, and this is what people see. */
export const openScene = async ({ identity = 'app', ...options }: Options = {}) => {
  const scenario = await openScenario({ given: small, ...options })
  const { emulator, ask } = scenario
  const { world } = emulator
  const ours = identity === 'app' ? emulator.app.slug : 'github-actions'

  const home = (): Repository => {
    const found = repositoryByName(world.state, owner, repo)
    if (found === null) throw new Error('no repository')
    return found
  }
  const login = (id: number | null): string => accountById(world.state, id)?.login ?? 'ghost'
  const actor = (name: string): Actor => {
    const account = accountByLogin(world.state, name)
    if (account === null) throw new Error(`nobody is called ${name}`)
    return { kind: 'user', user: account.id }
  }
  /** The number of the incident, or of the sub-issue of one of its steps. */
  const numberOf = (step: string | null): number => {
    if (step === null) return scenario.incident()
    const found = issuesOf(world.state, home().id).find(
      one => login(one.authorId) === ours && findMarker(one.body, 'step')?.key === step,
    )
    if (found === undefined) throw new Error(`there is no page of ${step}`)
    return found.number
  }
  const issue = (step: string | null = null): Issue => {
    const found = issueByNumber(world.state, home().id, numberOf(step))
    if (found === null) throw new Error('no such issue')
    return found
  }
  const comments = (step: string | null = null): readonly Comment[] => commentsOf(world.state, issue(step).id)

  const act = async (who: Name, method: string, path: string, body?: object): Promise<unknown> => {
    emulator.clock.advance(60_000)
    return ask(who, method, path, body)
  }
  const on = (step: string | null) => `/issues/${numberOf(step)}`

  const scene = {
    scenario,
    emulator,
    world,
    actor,
    home,
    act,
    /** A bot that is not ours. */
    robot: (): Actor => {
      const bot = accountByLogin(world.state, 'stale-robot') ?? addBot(world, { login: 'stale-robot' })
      return { kind: 'installation', user: bot.id, permissions: { issues: 'write' }, repositories: [home().id] }
    },
    /** What the App may do from now on, beside what it may do already. */
    grant: (permissions: Permissions): void => {
      for (const [id, one] of emulator.installations) {
        emulator.installations.set(id, { ...one, permissions: { ...one.permissions, ...permissions } })
      }
    },
    rest: () => scenario.rest(identity),
    /** Opens an incident; the product has seen it when this resolves, unless `unseen`. */
    declare: async (more: object = {}, unseen?: 'unseen'): Promise<void> => {
      const made = await act('bob', 'POST', '/issues', {
        title: 'Report',
        body: unnamed,
        labels: ['incident'],
        ...more,
      })
      scenario.turnTo((made as { number: number }).number)
      if (unseen === undefined) await scenario.rest(identity)
    },
    /** A comment, and its id. The product has not seen it yet. */
    posts: async (who: Name, body: string, step: string | null = null): Promise<number> => {
      const made = await act(who, 'POST', `${on(step)}/comments`, { body })
      return (made as { id: number }).id
    },
    /** A comment, to which the product has reacted, as ever some seconds later. */
    says: async (who: Name, body: string, step: string | null = null): Promise<void> => {
      await scene.posts(who, body, step)
      emulator.clock.advance(reactionMs)
      await scenario.rest(identity)
    },
    edits: (who: Name, comment: number, body: string) => act(who, 'PATCH', `/issues/comments/${comment}`, { body }),
    deletes: (who: Name, comment: number) => act(who, 'DELETE', `/issues/comments/${comment}`),
    closes: async (who: Name, step: string | null = null, reason = 'completed'): Promise<void> => {
      await act(who, 'PATCH', on(step), { state: 'closed', state_reason: reason })
      await scenario.rest(identity)
    },
    reopens: async (who: Name, step: string | null = null): Promise<void> => {
      await act(who, 'PATCH', on(step), { state: 'open' })
      await scenario.rest(identity)
    },
    assigns: async (who: Name, whom: readonly string[], step: string | null = null): Promise<void> => {
      await act(who, 'POST', `${on(step)}/assignees`, { assignees: whom })
      await scenario.rest(identity)
    },
    unassigns: async (who: Name, whom: readonly string[], step: string | null = null): Promise<void> => {
      await act(who, 'DELETE', `${on(step)}/assignees`, { assignees: whom })
      await scenario.rest(identity)
    },

    issue,
    comments,
    assignees: (step: string | null = null): readonly string[] => issue(step).assigneeIds.map(login).toSorted(),
    labels: (step: string | null = null): readonly string[] =>
      issue(step)
        .labelIds.map(id => world.state.labels.get(id)?.name ?? '?')
        .toSorted(),
    board: (): string => standing(emulator).board(scenario.incident()),
    events: (): readonly { is: string; [key: string]: unknown }[] =>
      standing(emulator)
        .ledger(scenario.incident())
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line)),
    kinds: (): readonly string[] => scene.events().map(event => event.is),
    /** What our bot answered on a page, oldest first, as people read it: without the board, and what GitHub hides. */
    replies: (step: string | null = null): readonly string[] =>
      comments(step)
        .filter(one => one.authorId === accountByLogin(world.state, ours)?.id)
        .filter(one => findMarker(one.body, 'board') === null && one.minimizedReason === null)
        .map(one => one.body.replace(/\n*<!--[^\n]*-->$/, '')),
    lastReply: (step: string | null = null): string => scene.replies(step).at(-1) ?? '',
    /** Who was mailed from this moment on, once each. */
    mailed: (): (() => readonly string[]) => {
      const from = world.state.mail.length
      return () => [...new Set(world.state.mail.slice(from).map(one => login(one.to)))].toSorted()
    },
    /** Requests that changed something, since this moment. */
    writes: (): (() => number) => {
      const from = emulator.requests.length
      return () => emulator.requests.slice(from).filter(one => one.mutating && !one.identity.startsWith('user:')).length
    },
  }
  return scene
}

export type Scene = Awaited<ReturnType<typeof openScene>>
