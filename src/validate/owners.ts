import { configurationFile } from '../domain/config/configuration.ts'
import type { Settings } from '../domain/config/settings.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import type { File } from '../domain/source/file.ts'
import { asFinding, type Finding } from '../domain/source/finding.ts'
import { knownRoles } from '../domain/terms/roles.ts'
import {
  builtInUnowned,
  includedUnowned,
  noCommanderOnRoster,
  rosterEmpty,
  stepUnowned,
} from '../messages/checks/owners.ts'
import { declares } from './form-labels.ts'
import type { LocatedForm } from './read-issue-form.ts'
import { isForCommander } from './reviews.ts'
import { type PositionedPlaybook, withPositions } from './with-positions.ts'

/**
 * Steps whose role nobody holds: when one becomes ready, nobody is called. In a team's own playbooks that is a slip to
 * be mended; the built-in ones name more roles than a small team has, so of those it is only told.
 */
export const ownerFindings = (
  own: readonly File[],
  settings: Settings,
  forms: readonly LocatedForm[],
): readonly Finding[] => {
  const { roster } = settings.configuration
  const inUse = settings.playbooks.filter(one => isInUse(one, settings, forms))
  const files = own.flatMap(file => withPositions(file) ?? [])
  if (Object.values(roster).every(logins => logins.length === 0)) return noRoster(settings.playbooks, inUse, files)
  // a role that nobody knows is told already, as what it is
  const known: ReadonlySet<string> = new Set([...knownRoles, ...Object.keys(roster)])
  const lacking = (role: string | null): role is string =>
    role !== null && known.has(role) && (roster[role] ?? []).length === 0
  return [
    ...noCommander(settings),
    ...files.flatMap(one => ofOwn(one, files, settings.playbooks, lacking)),
    ...inUse.filter(one => !files.some(({ id }) => id === one.id)).flatMap(one => ofBuiltIn(one, lacking)),
  ]
}

type Lacking = (role: string | null) => role is string

const isInUse = ({ id }: Playbook, { configuration }: Settings, forms: readonly LocatedForm[]): boolean =>
  id === configuration.playbook || forms.some(({ form }) => declares(form).playbook === id)

const warning = asFinding('warning')

const noRoster = (
  playbooks: readonly Playbook[],
  inUse: readonly Playbook[],
  files: readonly PositionedPlaybook[],
): readonly Finding[] => {
  const used = playbooks.filter(one => inUse.includes(one) || files.some(({ id }) => id === one.id))
  if (!used.some(({ steps }) => steps.some(({ role }) => role !== null))) return []
  return [warning({ file: configurationFile, line: 1, ...rosterEmpty() })]
}

/** Without one every commander is an acting one, who may neither close, skip nor cancel: often it is a slip in the key. */
const noCommander = ({ configuration: { roster } }: Settings): readonly Finding[] => {
  if ((roster['incident-commander'] ?? []).length > 0) return []
  return [warning({ file: configurationFile, line: 1, ...noCommanderOnRoster(Object.keys(roster)) })]
}

const ofOwn = (
  { id, file, include, lineOf }: PositionedPlaybook,
  files: readonly PositionedPlaybook[],
  playbooks: readonly Playbook[],
  lacking: Lacking,
): readonly Finding[] => {
  const used = playbooks.find(one => one.id === id)
  // that nobody commands a review is told as what it is
  const steps = used?.steps.filter(step => !isForCommander(used, step)) ?? []
  const own = steps.flatMap(({ id: step, role, from }): Finding[] => {
    if (from !== id || !lacking(role)) return []
    return [asFinding('problem')({ file, line: lineOf(step), ...stepUnowned(role, step) })]
  })
  // those of another file of the team are told there
  const others = steps.filter(({ from }) => !files.some(one => one.id === from))
  const roles = [...new Set(others.map(({ role }) => role).filter(lacking))]
  return roles.length === 0 ? own : [...own, warning({ file, line: include, ...includedUnowned(roles) })]
}

const ofBuiltIn = ({ id, steps }: Playbook, lacking: Lacking): readonly Finding[] => {
  const roles = [...new Set(steps.map(({ role }) => role).filter(lacking))]
  return roles.length === 0 ? [] : [warning({ file: configurationFile, line: 1, ...builtInUnowned(id, roles) })]
}
