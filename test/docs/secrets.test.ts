import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kinds } from '../adapters/secrets/corpus.ts'
import { measuredTable } from '../adapters/secrets/measured.ts'
import { ordinary } from '../adapters/secrets/ordinary-lines.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/threat-model.md'), 'utf8')

// `test/adapters/secrets/false-cuts.test.ts` counts the other way round.
test('which secrets are cut out, and which are not, is as measured', async () => {
  expect(page).toContain(await measuredTable())
  expect(page).toContain(`${Object.keys(kinds).length} kinds`)
  expect(page).toContain(`${ordinary.length} kinds of ordinary lines`)
})
