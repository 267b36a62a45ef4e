import { type Configuration, configurationFile, defaultPlaybook, readConfiguration } from './configuration.ts'
import type { Playbook, Problem } from './playbook.ts'
import { quote } from './quote.ts'
import { readPlaybook } from './read-playbook.ts'
import { knownRoles } from './roles.ts'
import type { File, Snapshot } from './snapshot.ts'

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
  says: 'GitHub gave only the beginning of the file, so none of it was read',
  expected: 'a smaller file',
})

const readFile = ({ name, text, truncated }: File): ReturnType<typeof readPlaybook> => {
  const path = name.includes('/') ? name : `${playbookFolder}/${name}`
  return truncated ? { problems: [cutShort(path)] } : readPlaybook(path, text)
}

// A role that nobody has may be a slip (`requird`) that took a term away. It is told, but a slip in the roster must not
// take the whole playbook away.
const strangeRoles = (playbook: Playbook, { name, text }: File, { roster }: Configuration): Problem[] => {
  const known = new Set<string>([...knownRoles, ...Object.keys(roster)])
  return playbook.steps.flatMap(({ id, role }) => {
    if (role === null || known.has(role)) return []
    const line = text.split('\n').findIndex(one => one.includes(`] \`${id}\``)) + 1
    const expected = `one of ${knownRoles.join(', ')}, or a role of \`roster:\` in \`${configurationFile}\``
    return [
      {
        file: `${playbookFolder}/${name}`,
        line: Math.max(1, line),
        says: `${quote(role)} is a role that nobody knows`,
        expected,
      },
    ]
  })
}

const withPlaybook = (configuration: Configuration, playbooks: readonly Playbook[]) => {
  if (playbooks.some(({ id }) => id === configuration.playbook)) return { configuration, problems: [] }
  const says = `\`playbook\` has ${quote(configuration.playbook)}, which there is not`
  const expected = `one of ${playbooks.map(({ id }) => `\`${id}\``).join(', ')}`
  const problem = { file: configurationFile, line: 1, says, expected }
  return { configuration: { ...configuration, playbook: defaultPlaybook }, problems: [problem] }
}

/** What binds an incident, from the files of the commit that it is pinned to. Never fails: what is wrong is told. */
export const readSettings = (files: Snapshot['settings'], builtIn: readonly Playbook[]): Settings => {
  const whole = files.configuration?.truncated ? null : (files.configuration?.text ?? null)
  const { configuration, problems } = readConfiguration(whole)
  const read = files.playbooks
    .filter(({ name }) => name.endsWith('.md') && !/(?:^|\/)readme\.md$/i.test(name))
    .map(file => ({ file, ...readFile(file) }))
  const own = read.flatMap(one => ('playbook' in one ? [one.playbook] : []))
  const replaced = new Set(own.map(({ id }) => id))
  const playbooks = [...builtIn.filter(({ id }) => !replaced.has(id)), ...own]
  const chosen = withPlaybook(configuration, playbooks)
  return {
    configuration: chosen.configuration,
    playbooks,
    problems: [
      ...(files.configuration?.truncated ? [cutShort(configurationFile)] : []),
      ...problems,
      ...chosen.problems,
      ...read.flatMap(one => ('problems' in one ? one.problems : strangeRoles(one.playbook, one.file, configuration))),
    ],
  }
}
