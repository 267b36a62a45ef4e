import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digest, factLine } from '../../src/incident/digest.ts'
import { factSchema } from '../../src/incident/fact.ts'
import { recordWords } from '../../src/words/post-mortem/record.ts'
import { bob, said, story } from '../words/post-mortem.incident.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the digest of the ledger', () => {
  test('of no lines is that of the empty file', () => {
    expect(digest(story(), 0)).toBe(sha256(''))
  })

  test('is what node:crypto says of the same lines', () => {
    const facts = story()
    expect(digest(facts, 5)).toBe(sha256(facts.slice(0, 5).map(factLine).join('')))
  })

  test('a line read back through the schema gives the same bytes, whatever was written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const line = factLine(said('10:42', bob, { is: 'timeline-noted', text, raw: text }))
        expect(line.indexOf('\n')).toBe(line.length - 1)
        expect(factLine(factSchema.parse(JSON.parse(line)))).toBe(line)
      }),
    )
    for (const fact of story()) expect(factLine(factSchema.parse(JSON.parse(factLine(fact))))).toBe(factLine(fact))
  })

  test('the command in the record prints it, over as many segments as there are', { timeout: 300_000 }, () => {
    const facts = story()
    const repository = mkdtempSync(join(tmpdir(), 'ledger-'))
    try {
      const run = (...command: string[]) => execFileSync('git', ['-C', repository, ...command])
      const folder = join(repository, 'incidents/7/facts')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, '0001.ndjson'), facts.slice(0, 8).map(factLine).join(''))
      writeFileSync(join(folder, '0002.ndjson'), facts.slice(8).map(factLine).join(''))
      run('init', '--quiet')
      run('add', '.')
      run('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'facts')
      run('tag', 'incident-7-1')
      const record = { tag: 'incident-7-1', foreign: false, head: 'f'.repeat(40), digest: digest(facts, 12), lines: 12 }
      const words = recordWords(record, { number: 7, issueUrl: '', stepUrls: {} })
      const command = words.split('\n').find(line => line.startsWith('git ls-tree')) ?? ''
      const printed = execFileSync('bash', ['-c', command], { cwd: repository, encoding: 'utf8' })
      expect(printed.slice(0, 64)).toBe(record.digest)
    } finally {
      rmSync(repository, { recursive: true })
    }
  })
})
