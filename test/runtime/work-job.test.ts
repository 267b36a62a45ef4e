import { describe, expect, test } from 'vitest'
import type { Job } from '../../src/runtime/job.ts'
import { startRetries } from '../../src/runtime/retries.ts'
import { type Ending, type Worker, workJob } from '../../src/runtime/work-job.ts'
import { openScene, type Scene } from '../drills/scene.ts'
import { portsOf, ref } from './connection.ts'

const alarm = 'cannot carry out commands yet'

const words = ({ world }: Scene): string => [...world.state.comments.values()].map(({ body }) => body).join('\n')

/** An incident, and its looks one after the other, each due to the one before; `token`: whether there is one. */
const looking = async () => {
  const scene = await openScene({ memory: 0 })
  await scene.declare({}, 'unseen')
  let token = true
  const endings: Ending[] = []
  const worker: Worker = {
    connect: async () => {
      if (!token) throw new Error('no token')
      return portsOf(scene)
    },
    addLater: () => undefined,
    retries: startRetries(),
    clock: () => scene.emulator.clock.now().toISOString(),
    ended: () => undefined,
    tell: (_, ending) => void endings.push(ending),
  }
  const look = async (given: { token: boolean }): Promise<Ending | undefined> => {
    token = given.token
    const job: Job = { ...ref(1), installation: 1, reason: 'again', logins: [], notBefore: null }
    await workJob(job, worker)
    scene.emulator.clock.advance(60_000)
    return endings.at(-1)
  }
  const refuse = (): void => {
    for (const mutation of ['createRef', 'createCommitOnBranch']) scene.emulator.faults.refuse(mutation)
  }
  return { scene, look, refuse }
}

describe('that the record is refused is told once it lasts', () => {
  test('two looks without a token, then the first write that is refused: nobody is told', async () => {
    const { scene, look, refuse } = await looking()
    for (const time of [1, 2]) expect(await look({ token: false }), `${time}`).toMatchObject({ outcome: 'failed' })
    refuse()
    expect(await look({ token: true })).toMatchObject({ outcome: 'ledger-refused', lasting: false })
    expect(words(scene)).not.toContain(alarm)
    scene.emulator.faults.clear()
    expect(await look({ token: true })).toMatchObject({ outcome: 'settled' })
    expect(words(scene)).not.toContain(alarm)
  })

  test('the third that is refused is told, and so it stays', async () => {
    const { scene, look, refuse } = await looking()
    refuse()
    for (const time of [1, 2])
      expect(await look({ token: true }), `${time}`).toMatchObject({ outcome: 'ledger-refused', lasting: false })
    expect(words(scene)).not.toContain(alarm)
    for (const time of [3, 4])
      expect(await look({ token: true }), `${time}`).toMatchObject({ outcome: 'ledger-not-writable', lasting: true })
    expect(words(scene).split(alarm)).toHaveLength(2)
  })

  test('a look without a token in between begins it anew', async () => {
    const { scene, look, refuse } = await looking()
    refuse()
    for (const token of [true, true, false, true]) await look({ token })
    expect(words(scene)).not.toContain(alarm)
  })
})
