import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/commands/index.ts'
import { commandLines } from '../../src/commands/parse/comment.ts'

const names = commands.map(({ name }) => name)
const room = join(import.meta.dirname, '../../src/commands')

test('every file that defines a command is in the list, under its name', () => {
  const defining = readdirSync(room).filter(
    file => file.endsWith('.ts') && /= (?:\(.*=>\s+)?defineCommand\(\{/.test(read(file)),
  )
  expect(defining.map(file => file.replace('.ts', '')).toSorted()).toEqual(commands.map(({ name }) => name).toSorted())
})

const read = (file: string): string => readFileSync(join(room, file), 'utf8')

test.each(commands.flatMap(({ name, examples }) => examples.map(example => ({ name, example }))))(
  '$example is a command of that name',
  ({ name, example }) => {
    expect(commandLines(example, false, names)).toMatchObject([
      { line: example, more: [], read: { is: 'command', name } },
    ])
  },
)

test.each(commands)('/$name has its test', ({ name }) => {
  expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true)
})

test('a name is spelt as the grammar of a line allows', () => {
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.filter(({ name }) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([])
})
