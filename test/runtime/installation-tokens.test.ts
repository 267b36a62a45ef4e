import { expect, test } from 'vitest'
import { keepTokens } from '../../src/runtime/installation-tokens.ts'

const minute = 60_000

const kept = () => {
  let [now, asked] = [0, 0]
  const ask = async (installation: number): Promise<string> => {
    asked += 1
    return `token-${installation}-${asked}`
  }
  return {
    tokens: keepTokens(ask, () => now),
    wait: (minutes: number): void => {
      now += minutes * minute
    },
  }
}

test('a token serves for fifty minutes of the hour that GitHub gives it', async () => {
  const { tokens, wait } = kept()
  expect(await tokens(1)).toBe('token-1-1')
  wait(49)
  expect(await tokens(1)).toBe('token-1-1')
  wait(1)
  expect(await tokens(1)).toBe('token-1-2')
})

test('each installation has its own, and a new one comes when asked for', async () => {
  const { tokens } = kept()
  expect([await tokens(1), await tokens(2), await tokens(1)]).toEqual(['token-1-1', 'token-2-2', 'token-1-1'])
  expect(await tokens(1, true)).toBe('token-1-3')
  expect(await tokens(1)).toBe('token-1-3')
})
