import { expect, test } from 'vitest'
import { commands as every } from '../../src/commands/index.ts'
import { type Cell, cell, columns, commandReference } from '../../src/commands/reference.ts'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { type Doer, may, type Permission, permissions } from '../../src/domain/incident/permissions.ts'
import { manualChange } from '../../src/messages/command-reference.ts'
import { permissionWords } from '../../src/messages/permission.ts'
import { table } from '../docs/pages.ts'
import { commands, doer, incidentOf, who } from '../incident-of.ts'

// The table of permissions says what people then may: each cell is tried with somebody of that column.

const deputised = incidentOf(commands('dana'), ['dana', { is: 'role-assigned', role: 'deputy', who: [who('alice')] }])
const counsel: Doer = { ...doer('gwen'), role: 'read' }

/** For each column somebody who is that and nothing else, in an incident that has a commander, and in one that has none. */
const people: Readonly<
  Record<string, { readonly is: Doer; readonly led: Incident; readonly vacant: Incident | null }>
> = {
  Read: { is: doer('carol'), led: incidentOf(commands('dana')), vacant: incidentOf() },
  Counsel: { is: counsel, led: incidentOf(commands('dana')), vacant: incidentOf() },
  Write: { is: doer('bob'), led: incidentOf(commands('dana')), vacant: incidentOf() },
  Deputy: { is: doer('alice'), led: deputised, vacant: null },
  Acting: { is: doer('bob'), led: incidentOf(commands('bob')), vacant: null },
  Roster: { is: doer('erin'), led: incidentOf(commands('dana')), vacant: incidentOf() },
}

const found = (permission: Permission, name: string): Cell => {
  const one = people[name]
  if (one === undefined) throw new Error(`nobody is ${name}`)
  if (may(one.led, one.is, permission)) return '✓'
  return one.vacant !== null && may(one.vacant, one.is, permission) ? '○' : ''
}

const tried = columns.filter(({ name }) => name !== 'IC' && name !== 'Deputy')

test.each(tried)('what $name may do is what the table says', column => {
  const said = permissions.map(permission => [permission, cell(permission, column)])
  expect(said).toEqual(permissions.map(permission => [permission, found(permission, column.name)]))
})

test('the deputy may do what the table says while somebody commands', () => {
  const column = columns.find(({ name }) => name === 'Deputy')
  const said = permissions.filter(permission => column && cell(permission, column) === '✓')
  expect(said).toEqual(permissions.filter(permission => found(permission, 'Deputy') === '✓'))
})

test('the incident commander may do what the table says; what comes of the roster is its own column', () => {
  const [ic, roster] = ['IC', 'Roster'].map(name => columns.find(column => column.name === name))
  const said = permissions.filter(permission => [ic, roster].some(one => one && cell(permission, one) === '✓'))
  const led = incidentOf(commands('dana'))
  expect(said).toEqual(permissions.filter(permission => may(led, doer('dana'), permission)))
})

test('every permission is in the table, each cell under its column', () => {
  const rows = table(commandReference(), 'command', 'to', ...columns.map(({ name }) => name))
  const named = new Map(permissions.map(permission => [permissionWords[permission], permission]))
  expect(new Set(rows.map(([, words]) => words))).toEqual(new Set(named.keys()))
  const found = rows.map(([, words = '', ...cells]) => [words, ...cells])
  const said = rows.map(([, words = '']) => {
    const permission = named.get(words)
    return [words, ...columns.map(column => permission && cell(permission, column))]
  })
  expect(found).toEqual(said)
})

test('each command is named once, in the first of its rows, and what is only done by hand in the first of the last', () => {
  const firsts = table(commandReference(), 'command', 'to', ...columns.map(({ name }) => name)).map(([first]) => first)
  const named = every.flatMap(({ name, permissions: [, ...more] }) => [
    `[\`/${name}\`](#${name})`,
    ...more.map(() => ''),
  ])
  expect(firsts.slice(0, named.length)).toEqual(named)
  const [first, ...others] = firsts.slice(named.length)
  expect(first).toBe(manualChange)
  expect(others.filter(word => word !== '')).toEqual([])
})
