import { type ComposedSource, compose } from '../playbook/compose.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { isPlaybookName } from '../playbook/playbook-name.ts'
import { readPlaybook } from '../playbook/read-playbook.ts'
import type { File } from '../source/file.ts'
import type { Problem } from '../source/problem.ts'
import { knownRoles } from '../terms/roles.ts'
import { quote } from '../text/quote.ts'
import { type Configuration, configurationFile, defaultPlaybook, readConfiguration } from './configuration.ts'

/** The files of one commit from which settings are read. */
export type SettingsFiles = { readonly configuration: File | null; readonly playbooks: readonly File[] }

/** A configuration, and what is wrong with its file. */
export type ConfigurationRead = ReturnType<typeof readConfiguration>

export type Settings = {
  readonly configuration: Configuration
  /** The built-in ones, then the team's own; a team's own takes the place of the built-in one of the same id. */
  readonly playbooks: readonly Playbook[]
  readonly problems: readonly Problem[]
}

/** Where a team keeps playbooks of its own. */
export const playbookFolder = '.github/incidents'

const cutShort = (file: string): Problem => ({
  file,
  line: 1,
  says: 'GitHub returned only the beginning of the file, so Tocsin ignores it',
  expected: 'a smaller file',
})

/** One file of the folder: its playbook, or what keeps it from being one. */
export const readPlaybookFile = ({
  name,
  text,
  truncated,
}: File): ComposedSource | { readonly problems: readonly Problem[] } => {
  const path = name.includes('/') ? name : `${playbookFolder}/${name}`
  if (truncated) return { problems: [cutShort(path)] }
  const read = readPlaybook(path, text)
  return 'playbook' in read ? { file: path, ...read } : read
}

// A role that nobody has may be a slip (`requird`) that took a term away. It is told, but a slip in the roster must not
// take the whole playbook away.
const strangeRoles = ({ file, playbook, places }: ComposedSource, { roster }: Configuration): Problem[] => {
  const known = new Set<string>([...knownRoles, ...Object.keys(roster)])
  return playbook.steps.flatMap(({ id, role }) => {
    if (role === null || known.has(role)) return []
    const expected = `one of ${knownRoles.join(', ')}, or a role of \`roster:\` in \`${configurationFile}\``
    return [{ file, line: places.steps.get(id) ?? 1, says: `Unknown role ${quote(role)}`, expected }]
  })
}

/** The team's own in place of the built-in ones of the same id; one that cannot be composed leaves its place again. */
const composeWith = (
  own: readonly ComposedSource[],
  builtIn: readonly ComposedSource[],
): ReturnType<typeof compose> => {
  const replaced = new Set(own.map(({ playbook }) => playbook.id))
  const composed = compose([...builtIn.filter(({ playbook }) => !replaced.has(playbook.id)), ...own])
  const isThere = (id: string) => composed.playbooks.some(one => one.id === id)
  const unmade = own.filter(({ playbook }) => !isThere(playbook.id))
  const broken = unmade.length > 0 ? unmade : breakers(own, builtIn, isThere)
  if (broken.length === 0) return composed
  const rest = composeWith(
    own.filter(one => !broken.includes(one)),
    builtIn,
  )
  const files = new Set(broken.map(({ file }) => file))
  const told = unmade.length > 0 ? composed.problems.filter(({ file }) => files.has(file)) : broken.map(breaks(isThere))
  return { playbooks: rest.playbooks, problems: [...told, ...rest.problems] }
}

/** Own ones by which a built-in one that includes them can no longer be composed. */
const breakers = (
  own: readonly ComposedSource[],
  builtIn: readonly ComposedSource[],
  isThere: (id: string) => boolean,
): readonly ComposedSource[] => {
  const lost = builtIn.filter(({ playbook }) => !isThere(playbook.id))
  return own.filter(({ playbook }) => lost.some(one => one.playbook.include.includes(playbook.id)))
}

const breaks =
  (isThere: (id: string) => boolean) =>
  ({ file, playbook, places }: ComposedSource): Problem => ({
    file,
    line: places.include,
    says: `\`${playbook.id}\` has ${playbook.steps.length} steps, and built-in playbooks that include it would be too long or lack a step${isThere(playbook.id) ? '' : ' any more'}`,
    expected:
      'fewer steps, and the ids that other playbooks refer to; until then the built-in playbook of this name is used',
  })

/** In the place of the one that opens when nothing else is asked for there must be one that can. */
const misplaced = ({ playbook }: ComposedSource): boolean =>
  playbook.id === defaultPlaybook && playbook.kind !== 'incident'

const notADefault = ({ file, playbook }: ComposedSource): Problem => ({
  file,
  line: 1,
  says: `\`${defaultPlaybook}\` is a ${playbook.kind}`,
  expected: '`kind: incident`, because it is the default; until then the built-in playbook is used',
})

const withPlaybook = (configuration: Configuration, playbooks: readonly Playbook[]) => {
  const usable = playbooks.filter(({ kind }) => kind === 'incident')
  if (usable.some(({ id }) => id === configuration.playbook)) return { configuration, problems: [] }
  const says = `\`playbook\` names the unknown playbook ${quote(configuration.playbook)}`
  const expected = `one of ${usable.map(({ id }) => `\`${id}\``).join(', ')}`
  const problem = { file: configurationFile, line: 1, says, expected }
  return { configuration: { ...configuration, playbook: defaultPlaybook }, problems: [problem] }
}

/** A configuration that GitHub gave only the beginning of is as none: half a number is the id of somebody else. */
export const configurationIn = (file: File | null): ConfigurationRead => {
  if (!file?.truncated) return readConfiguration(file?.text ?? null)
  return { configuration: readConfiguration(null).configuration, problems: [cutShort(configurationFile)] }
}

/** What binds an incident, from the files of the commit that it is pinned to. Never fails: what is wrong is told. */
export const readSettings = (files: SettingsFiles, builtIn: readonly ComposedSource[]): Settings =>
  settingsWith(configurationIn(files.configuration), files.playbooks, builtIn)

/** The same, for whoever has read the configuration already. `readOne`: how a file is read, for whoever has read it before. */
export const settingsWith = (
  { configuration, problems }: ConfigurationRead,
  files: readonly File[],
  builtIn: readonly ComposedSource[],
  readOne = readPlaybookFile,
): Settings => {
  const read = files.filter(({ name }) => isPlaybookName(name)).map(readOne)
  const all = read.flatMap(one => ('playbook' in one ? [one] : []))
  const own = all.filter(one => !misplaced(one))
  const composed = composeWith(own, builtIn)
  const chosen = withPlaybook(configuration, composed.playbooks)
  return {
    configuration: chosen.configuration,
    playbooks: composed.playbooks,
    problems: [
      ...problems,
      ...chosen.problems,
      ...all.filter(misplaced).map(notADefault),
      ...read.flatMap(one => ('problems' in one ? one.problems : strangeRoles(one, configuration))),
      ...composed.problems,
    ],
  }
}
