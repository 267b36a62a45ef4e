import { expect, test } from 'vitest'
import { fewAtOnce } from '../../src/runtime/few-at-once.ts'

const pause = () => new Promise(resolve => setImmediate(resolve))

test('each once, and so many at once at most', async () => {
  const done: number[] = []
  let [now, most] = [0, 0]
  await fewAtOnce([...Array(20).keys()], 4, async one => {
    now += 1
    most = Math.max(most, now)
    await pause()
    now -= 1
    done.push(one)
  })
  expect(most).toBe(4)
  expect(done.toSorted((a, b) => a - b)).toEqual([...Array(20).keys()])
  await fewAtOnce([], 4, async () => undefined)
})

test('one that takes long keeps no other waiting', async () => {
  const done: number[] = []
  let release = (): void => undefined
  const long = new Promise<void>(resolve => {
    release = resolve
  })
  const all = fewAtOnce([1, 2, 3, 4], 2, async one => {
    if (one === 1) await long
    done.push(one)
  })
  for (let turn = 0; turn < 5; turn += 1) await pause()
  expect(done).toEqual([2, 3, 4])
  release()
  await all
  expect(done).toEqual([2, 3, 4, 1])
})

test('what throws is thrown, once what was begun is done', async () => {
  const done: number[] = []
  const all = fewAtOnce([1, 2, 3], 2, async one => {
    await pause()
    if (one === 1) throw new Error('no')
    done.push(one)
  })
  await expect(all).rejects.toThrow('no')
  expect(done).toEqual([2, 3])
})
