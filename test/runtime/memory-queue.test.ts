import { afterEach, expect, test, vi } from 'vitest'
import type { Job } from '../../src/runtime/job.ts'
import { startMemoryQueue } from '../../src/runtime/memory-queue.ts'

afterEach(() => void vi.useRealTimers())

const job = (number: number, more: Partial<Job> = {}): Job => ({
  owner: 'acme',
  repo: 'ops',
  number,
  installation: 1,
  reason: 'webhook',
  logins: [],
  notBefore: null,
  ...more,
})

const gate = () => {
  let open = (): void => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

test('five deliveries about one incident make two runs: the one under way, and one after it, which is the newest', async () => {
  const { open, opened } = gate()
  const seen: (readonly string[])[] = []
  const queue = startMemoryQueue(
    async ({ logins }) => {
      seen.push(logins)
      await opened
    },
    () => undefined,
  )
  for (const login of ['alice', 'bob', 'carol', 'dana', 'erin']) queue.add(job(7, { logins: [login] }))
  open()
  await queue.idle()
  expect(seen).toEqual([['alice'], ['erin']])
})

test('GitHub’s names know no case: one incident, however its repository is spelt', async () => {
  const { open, opened } = gate()
  const seen: string[] = []
  const queue = startMemoryQueue(
    async ({ owner }) => {
      seen.push(owner)
      await opened
    },
    () => undefined,
  )
  for (const owner of ['acme', 'Acme', 'ACME']) queue.add(job(7, { owner }))
  open()
  await queue.idle()
  expect(seen).toEqual(['acme', 'ACME'])
})

test('incidents do not wait for each other', async () => {
  const { open, opened } = gate()
  const seen: number[] = []
  const queue = startMemoryQueue(
    async ({ number }) => {
      if (number === 7) await opened
      seen.push(number)
    },
    () => undefined,
  )
  queue.add(job(7))
  queue.add(job(8))
  await new Promise(resolve => setTimeout(resolve, 5))
  expect(seen).toEqual([8])
  open()
  await queue.idle()
  expect(seen).toEqual([8, 7])
})

test('a run that throws is reported, and the next one goes on', async () => {
  const [failed, ran]: [number[], string[]] = [[], []]
  const queue = startMemoryQueue(
    async ({ reason }) => {
      if (reason === 'webhook') throw new Error('poison')
      ran.push(reason)
    },
    ({ number }) => failed.push(number),
  )
  queue.add(job(7))
  queue.add(job(7, { reason: 'resync' }))
  await queue.idle()
  expect([failed, ran]).toEqual([[7], ['resync']])
})

test('of two jobs put off for later the earlier one counts, and a closed queue forgets what it still has', async () => {
  vi.useFakeTimers()
  const seen: (string | null)[] = []
  const queue = startMemoryQueue(
    async ({ notBefore }) => void seen.push(notBefore),
    () => undefined,
  )
  const now = '2026-03-01T21:43:00Z'
  const at = (notBefore: string, number = 7): Job => job(number, { reason: 'again', notBefore })
  queue.addLater(at('2026-03-01T21:44:00Z'), now)
  queue.addLater(at('2026-03-01T21:43:05Z'), now)
  queue.addLater(at('2026-03-01T21:43:30Z'), now)
  queue.addLater(at('2026-03-01T21:44:00Z', 8), now)
  await vi.advanceTimersByTimeAsync(4_999)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await queue.close()
  queue.add(at('2026-03-01T21:50:00Z'))
  await vi.advanceTimersByTimeAsync(120_000)
  expect(seen).toEqual(['2026-03-01T21:43:05Z'])
})

test('GitHub’s clock and this machine’s are never compared: what was due long ago by ours waits as long as GitHub says', async () => {
  vi.useFakeTimers({ now: Date.parse('2031-01-01T00:00:00Z') })
  const seen: number[] = []
  const queue = startMemoryQueue(
    async ({ number }) => void seen.push(number),
    () => undefined,
  )
  queue.addLater(job(7, { notBefore: '2026-03-01T21:44:00Z' }), '2026-03-01T21:43:00Z')
  await vi.advanceTimersByTimeAsync(59_999)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(seen).toEqual([7])
  await queue.close()
})

test('a job that is due already waits a second, for a loop without a pause would be one', async () => {
  vi.useFakeTimers()
  const seen: number[] = []
  const queue = startMemoryQueue(
    async ({ number }) => void seen.push(number),
    () => undefined,
  )
  queue.addLater(job(7, { notBefore: '2026-03-01T21:43:00Z' }), '2026-03-01T21:43:00Z')
  await vi.advanceTimersByTimeAsync(999)
  expect(seen).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(seen).toEqual([7])
  await queue.close()
})

test('a job is what JSON makes of it, so that another queue can hold it', () => {
  const kept = job(7, { logins: ['dana'], notBefore: '2026-03-01T21:44:00Z' })
  expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
})
