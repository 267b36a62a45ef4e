import { expect, test } from 'vitest'
import { startQueue } from '../../src/runtime/memory-queue.ts'

const gate = () => {
  let open = (): void => undefined
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { open, opened }
}

test('five deliveries about one incident make two runs: the one under way, and one after it', async () => {
  const queue = startQueue(() => undefined)
  const { open, opened } = gate()
  const seen: number[] = []
  const work = (n: number) => async () => {
    seen.push(n)
    await opened
  }
  for (const n of [1, 2, 3, 4, 5]) queue.add('a', work(n))
  open()
  await queue.idle()
  expect(seen).toEqual([1, 5])
})

test('incidents do not wait for each other', async () => {
  const queue = startQueue(() => undefined)
  const { open, opened } = gate()
  const ended: string[] = []
  queue.add('a', async () => {
    await opened
    ended.push('a')
  })
  await new Promise<void>(resolve =>
    queue.add('b', async () => {
      ended.push('b')
      resolve()
    }),
  )
  open()
  await queue.idle()
  expect(ended).toEqual(['b', 'a'])
})

test('a run that throws is reported, and the next one goes on', async () => {
  const failed: string[] = []
  const queue = startQueue(key => failed.push(key))
  let ran = false
  queue.add('a', async () => {
    throw new Error('poison')
  })
  queue.add('a', async () => {
    ran = true
  })
  await queue.idle()
  expect([failed, ran]).toEqual([['a'], true])
})

test('of two calls put off for later the earlier one counts, and a closed queue forgets both', async () => {
  const queue = startQueue(() => undefined)
  const { open, opened } = gate()
  const seen: string[] = []
  const say = (word: string) => async () => {
    seen.push(word)
    open()
  }
  queue.addLater('a', say('late'), 60_000)
  queue.addLater('a', say('soon'), 5)
  queue.addLater('b', say('never'), 60_000)
  await opened
  await queue.close()
  queue.add('a', say('after the end'))
  expect(seen).toEqual(['soon'])
})
