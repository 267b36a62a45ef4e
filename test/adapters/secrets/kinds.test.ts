import { describe, expect, test } from 'vitest'
import { tokenKinds } from '../../../src/adapters/secrets/token-kinds.ts'
import { withoutSecrets } from '../../../src/adapters/secrets/without-secrets.ts'
import { drawer, kinds, notTold, sampleOf } from './corpus.ts'
import { decorations } from './decorations.ts'
import { cuts, piecesLeft } from './measured.ts'

describe('every kind of secret is cut whole, whatever it happens to be', () => {
  test.each(Object.entries(kinds))('%s', async (kind, make) => {
    const draw = drawer(kind.length)
    for (let round = 0; round < 25; round += 1) {
      const { text, secret } = sampleOf(make, draw)
      for (const said of [text, `it says ${text}\nand more`]) {
        const left = await withoutSecrets(said)
        expect(left.found.length, said).toBeGreaterThan(0)
        expect(piecesLeft(secret, left.text), said).toEqual([])
      }
    }
  })
})

describe('what nothing tells of stays, and the documentation says so', () => {
  test.each(Object.entries(notTold))('%s', async (_kind, make) => {
    expect(await cuts(make, drawer(5), 25)).toBe(0)
  })
})

describe('no decoration hides a token', () => {
  const draw = drawer(11)
  const tokens = [
    'GitHub: personal access token',
    'GitLab: personal access token',
    'npm: access token',
    'Slack: bot token',
  ]

  test.each(Object.entries(decorations))('%s', async (_how, decorated) => {
    for (const kind of tokens) {
      const made = kinds[kind]
      if (made === undefined) throw new Error(`no kind ${kind}`)
      for (let round = 0; round < 10; round += 1) {
        const { text, secret } = sampleOf(made, draw)
        const said = decorated(text)
        const left = await withoutSecrets(`before ${said} after`)
        expect(left.found, said).toHaveLength(1)
        expect(piecesLeft(secret, left.text), said).toEqual([])
      }
    }
  })
})

test('each token of the table has its vendor’s page', () => {
  expect(
    tokenKinds.filter(({ page }) => !/^https:\/\/[\w.-]+\.[a-z]{2,}\/\S*$/.test(page)).map(one => one.kind),
  ).toEqual([])
  expect(tokenKinds.length).toBeGreaterThan(90)
})
