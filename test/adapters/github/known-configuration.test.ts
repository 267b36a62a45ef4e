import { expect, test } from 'vitest'
import { readKnownConfiguration } from '../../../src/adapters/github/read/known-configuration.ts'
import { configurationFile as name } from '../../../src/domain/config/configuration.ts'

const text = 'timezone: Europe/Paris\n'

test('a file that was read is not read again, and another is', () => {
  const first = readKnownConfiguration({ name, text, truncated: false })
  expect(first.configuration.timezone).toBe('Europe/Paris')
  expect(readKnownConfiguration({ name, text, truncated: false })).toBe(first)
  const other = readKnownConfiguration({ name, text: 'timezone: Asia/Tokyo\n', truncated: false })
  expect(other.configuration.timezone).toBe('Asia/Tokyo')
})

test('the beginning of a file is not taken for the file, nor no file for an empty one', () => {
  readKnownConfiguration({ name, text, truncated: false })
  const cut = readKnownConfiguration({ name, text, truncated: true })
  expect(cut.configuration.timezone).toBe(null)
  expect(cut.problems).toHaveLength(1)
  expect(readKnownConfiguration(null).configuration.timezone).toBe(null)
})
