import { expect, test } from 'vitest'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { drawer } from './corpus.ts'
import { falseCuts } from './measured.ts'
import { ordinary } from './ordinary-lines.ts'

test('of ten thousand ordinary lines none is cut', async () => {
  expect(await falseCuts(10_000)).toEqual([])
})

test('nor are they in one text, where each stands below the other', async () => {
  const draw = drawer(7)
  for (let round = 0; round < 10; round += 1) {
    const lines = ordinary.map(make => make(draw))
    expect(await withoutSecrets(lines.join('\n'))).toEqual({ text: lines.join('\n'), found: [] })
  }
})
