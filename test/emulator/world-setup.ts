import { type Actor, addApp, addOrganization, addRepository, addUser, setRole } from 'github-emulator'
import { createWorld, executeGraphQL, type GitHubRefusal, type Question } from 'github-emulator/internals'

/** acme/app: ada maintains, bea triages, cyd may read, dan is nobody there; robot is an App, `workflow` GITHUB_TOKEN. */
export function setUpWorld() {
  const clock = { at: Date.parse('2026-03-01T10:00:00Z') }
  const world = createWorld(() => new Date(clock.at))
  const [ada, bea, cyd, dan] = ['ada', 'bea', 'cyd', 'dan'].map(login => addUser(world, { login }))
  if (!ada || !bea || !cyd || !dan) throw new Error('somebody is missing')
  addOrganization(world, { login: 'acme', members: ['ada'] })
  const repository = addRepository(world, {
    owner: 'acme',
    name: 'app',
    files: { 'README.md': 'Hello\n', 'docs/a.md': 'A\n' },
  })
  setRole(world, repository.id, ada.id, 'maintain')
  setRole(world, repository.id, bea.id, 'triage')
  setRole(world, repository.id, cyd.id, 'read')
  const robot = addApp(world, { slug: 'robot' })
  const actions = addApp(world, { slug: 'github-actions' })
  const permissions = { issues: 'write', contents: 'write', pull_requests: 'write', checks: 'write' } as const
  const person = (id: number): Actor => ({ kind: 'user', user: id })
  return {
    world,
    repository,
    id: repository.id,
    people: { ada, bea, cyd, dan },
    ada: person(ada.id),
    bea: person(bea.id),
    cyd: person(cyd.id),
    dan: person(dan.id),
    robot: { kind: 'installation', user: robot.botId, permissions } satisfies Actor as Actor,
    robotApp: robot,
    workflow: { kind: 'actions-token', user: actions.botId, permissions } satisfies Actor as Actor,
    later: (seconds: number) => {
      clock.at += seconds * 1000
    },
    main: () => repository.refs.get('refs/heads/main') ?? '',
  }
}

export type SetUp = ReturnType<typeof setUpWorld>

/** Ask as somebody; `variables` and hooks as needed. */
export function ask(
  { world }: SetUp,
  viewer: Actor,
  query: string,
  variables: Record<string, unknown> = {},
  more: Partial<Question> = {},
) {
  return executeGraphQL({ world, viewer, htmlUrl: 'http://github.test', request: { query, variables }, ...more })
}

/** What GitHub says no with. */
export function refusal(action: () => unknown): GitHubRefusal {
  try {
    action()
  } catch (error) {
    if (error instanceof Error && error.name === 'GitHubRefusal') return error as GitHubRefusal
    throw error
  }
  throw new Error('it was not refused')
}
