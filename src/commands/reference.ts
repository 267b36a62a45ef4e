import { authority, type Grant, type Permission, permissions } from '../domain/incident/permissions.ts'
import { columnWords, commandPage, manualChange } from '../messages/command-reference.ts'
import { permissionWords } from '../messages/permission.ts'
import type { Command } from './command.ts'
import { commands } from './index.ts'

/** A column of the table of permissions: somebody who holds these grants, and no others. */
export type Column = { readonly name: string; readonly who: string; readonly grants: readonly Grant[] }

const responds: readonly Grant[] = ['anyone', 'responder']

/** Who is told apart, from the least to the most that they may do. */
export const columns: readonly Column[] = [
  { name: 'Read', who: columnWords.Read, grants: ['anyone'] },
  {
    name: 'Counsel',
    who: columnWords.Counsel,
    grants: ['anyone', 'counsel-or-leadership'],
  },
  { name: 'Write', who: columnWords.Write, grants: responds },
  { name: 'Deputy', who: columnWords.Deputy, grants: [...responds, 'deputy'] },
  {
    name: 'Acting',
    who: columnWords.Acting,
    grants: [...responds, 'incident-commander'],
  },
  {
    name: 'Roster',
    who: columnWords.Roster,
    grants: [...responds, 'roster-commander'],
  },
  { name: 'IC', who: columnWords.IC, grants: [...responds, 'incident-commander', 'full-commander'] },
]

/** Always, only while there is no incident commander, or never. */
export type Cell = '✓' | '○' | ''

export const cell = (permission: Permission, { grants }: Column): Cell => {
  const granting: readonly Grant[] = authority[permission]
  if (granting.some(grant => grants.includes(grant))) return '✓'
  const whileVacant = granting.includes('responder-while-vacant') && grants.includes('responder')
  return whileVacant && !grants.includes('incident-commander') ? '○' : ''
}

/** `docs/commands.md`, from the commands themselves and the table of permissions. */
export const commandReference = (): string =>
  commandPage(columns, [...commands.flatMap(commandRows), ...manualRows()], commands)

const row = (first: string, permission: Permission): string =>
  `| ${first} | ${permissionWords[permission]} | ${columns.map(column => cell(permission, column)).join(' | ')} |`

const commandRows = ({ name, permissions: asked }: Command): readonly string[] =>
  asked.map((permission, index) => row(index === 0 ? `[\`/${name}\`](#${name})` : '', permission))

const manualRows = (): readonly string[] => {
  const used = new Set(commands.flatMap(({ permissions: asked }) => asked))
  const left = permissions.filter(permission => !used.has(permission))
  return left.map((permission, index) => row(index === 0 ? manualChange : '', permission))
}
