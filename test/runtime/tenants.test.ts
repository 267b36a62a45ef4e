import { expect, test } from 'vitest'
import { startRetries } from '../../src/runtime/retries.ts'
import { watchTenants } from '../../src/runtime/tenants.ts'

test('a tenant that GitHub lets wait keeps no other from being looked at', async () => {
  const asked: number[] = []
  const failed: string[] = []
  let release = (): void => undefined
  const limited = new Promise<void>(resolve => {
    release = resolve
  })
  const tenants = watchTenants({
    access: {
      installations: async () => [1, 2, 3],
      connect: async installation => {
        asked.push(installation)
        if (installation === 1) await limited
        throw new Error('suspended')
      },
    },
    add: () => undefined,
    settled: { isSettled: () => false, look: () => undefined },
    inUse: async () => undefined,
    retries: startRetries(),
    failed: place => void failed.push(JSON.stringify(place)),
  })
  const looked = tenants.resync()
  for (let turn = 0; turn < 5; turn += 1) await new Promise(resolve => setImmediate(resolve))
  expect(asked).toEqual([1, 2, 3])
  expect(failed).toEqual(['{"installation":2}', '{"installation":3}'])
  release()
  await looked
  tenants.stop()
  expect(failed.at(-1)).toBe('{"installation":1}')
})
