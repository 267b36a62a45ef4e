import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { digest, eventLine } from '../../../src/domain/events/digest.ts'
import { eventSchema } from '../../../src/domain/events/event.ts'
import { recordWords } from '../../../src/messages/post-mortem/record.ts'
import { bob, said, story } from '../../messages/post-mortem.incident.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('the digest of the ledger', () => {
  test('of no lines is that of the empty file', () => {
    expect(digest(story().map(eventLine), 0)).toBe(sha256(''))
  })

  test('is what node:crypto says of the same lines', () => {
    const events = story()
    expect(digest(events.map(eventLine), 5)).toBe(sha256(events.slice(0, 5).map(eventLine).join('')))
  })

  test('a line read back through the schema gives the same bytes, whatever was written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        const line = eventLine(said('10:42', bob, { is: 'timeline-noted', text, raw: text }))
        expect(line.indexOf('\n')).toBe(line.length - 1)
        expect(eventLine(eventSchema.parse(JSON.parse(line)))).toBe(line)
      }),
    )
    for (const event of story())
      expect(eventLine(eventSchema.parse(JSON.parse(eventLine(event))))).toBe(eventLine(event))
  })

  test('the command in the record prints it, over as many segments as there are', { timeout: 300_000 }, () => {
    const events = story()
    const repository = mkdtempSync(join(tmpdir(), 'ledger-'))
    try {
      const run = (...command: string[]) => execFileSync('git', ['-C', repository, ...command])
      const folder = join(repository, 'incidents/7/events')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, '0001.ndjson'), events.slice(0, 8).map(eventLine).join(''))
      writeFileSync(join(folder, '0002.ndjson'), events.slice(8).map(eventLine).join(''))
      run('init', '--quiet')
      run('add', '.')
      run('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '--quiet', '-m', 'events')
      run('tag', 'incident-7-1')
      const record = {
        tag: 'incident-7-1',
        foreign: false,
        head: 'f'.repeat(40),
        digest: digest(events.map(eventLine), 12),
        lines: 12,
      }
      const words = recordWords(record, { number: 7, issueUrl: '', stepUrls: {} })
      const command = words.split('\n').find(line => line.startsWith('git ls-tree')) ?? ''
      const printed = execFileSync('bash', ['-c', command], { cwd: repository, encoding: 'utf8' })
      expect(printed.slice(0, 64)).toBe(record.digest)
    } finally {
      rmSync(repository, { recursive: true })
    }
  })
})
