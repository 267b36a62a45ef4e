import {
  addOrganization,
  addRepository,
  addUser,
  createLabel,
  type Emulator,
  type EmulatorOptions,
  setRole,
  startEmulator,
  updateRepository,
  type World,
} from 'github-emulator'
import { files, labels, people } from './acme.ts'

export const owner = 'acme'
export const repo = 'incidents'

/** The embedded GitHub with `acme/incidents` in it, and everybody who works there. */
export const setStage = (options: EmulatorOptions = {}): Promise<Emulator> =>
  startEmulator({ setUp: world => fill(world), ...options })

/** Puts the sample repository and its people into a world. `given` replaces its files. */
export const fill = (world: World, given?: Record<string, string>): void => {
  const accounts = Object.entries(people).map(([login, role]) => ({ account: addUser(world, { login }), role }))
  addOrganization(world, { login: owner, members: Object.keys(people) })
  const bots = [...world.state.apps.values()].map(app => app.botId)
  const repository = addRepository(world, { owner, name: repo, visibility: 'private', files: given ?? files(bots) })
  for (const { account, role } of accounts) setRole(world, repository.id, account.id, role)
  const dana = accounts[0]?.account
  if (dana === undefined) return
  // off in a new repository; the README asks those who use the Action to switch it on
  updateRepository(world, null, repository.id, { actionsMayCreatePulls: true })
  for (const name of labels()) createLabel(world, { kind: 'user', user: dana.id }, repository.id, { name })
}
