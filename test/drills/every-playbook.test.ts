import { expect, test } from 'vitest'
import { defaultPlaybook } from '../../src/domain/config/configuration.ts'
import { builtInPlaybooks } from '../../src/domain/playbook/built-in.ts'
import { deployApp } from '../../src/drill/app-deployment.ts'
import { comesAgain } from '../../src/drill/drill.ts'
import { play } from '../../src/drill/play.ts'
import { rehearse } from '../../src/drill/rehearsal.ts'
import { setStage } from '../../src/drill/stage.ts'
import { standing } from '../../src/drill/standing.ts'
import { startOfScenario } from '../../src/drill/working.ts'
import { draw } from '../laws/sample.ts'

// Every playbook from its form to its end, through the real app behind its webhook: in each run the one that opens when
// nothing else is asked for, one at least of each kind, and some more; in `npm run test:all` every one.

const all = builtInPlaybooks()
const everyKind = [...new Set(all.map(({ kind }) => kind))]
const drawn = new Set([
  ...all.filter(({ id }) => id === defaultPlaybook),
  ...everyKind.flatMap(kind =>
    draw(
      kind,
      all.filter(one => one.kind === kind),
      1,
    ),
  ),
  ...draw('every playbook', all, 3),
])

test.each([...drawn].map(playbook => [playbook.id, playbook] as const))('%s', async (_id, playbook) => {
  const emulator = await setStage({ clock: { frozen: startOfScenario } })
  const deployment = await deployApp(emulator)
  try {
    const moments = rehearse(playbook, builtInPlaybooks())
    const played = await play(emulator, deployment, () => undefined, moments)
    expect(played.settled).toBe(true)
    const { board, state, ledger, postMortem } = standing(emulator)
    expect(state(played.incident)).toBe('closed')
    expect(board(played.incident)).not.toMatch(/\*\*ready\*\*|gate: |blocked by|opens with/)
    const kinds = ledger(played.incident)
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line).is)
    expect(kinds.filter(kind => kind === 'step-done').length).toBeGreaterThanOrEqual(playbook.steps.length)
    if (playbook.kind === 'readiness') {
      expect(played.pullRequest).toBe(null)
      expect(await comesAgain(emulator, deployment, played.incident, () => undefined)).toBe(true)
    } else {
      expect(played.pullRequest).not.toBe(null)
      for (const { id } of playbook.steps) expect(postMortem(played.incident)).toContain(`\`${id}`)
    }
    // each kind of gate was tried once while it was shut, and nothing else was refused
    const gates = new Set(
      playbook.steps.map(step => step.gate).filter(gate => gate === 'internal' || gate === 'external'),
    )
    const tried = moments.filter(({ why }) => why.includes('that gate is blocked')).length
    expect(tried).toBeGreaterThanOrEqual(playbook.kind === 'incident' ? gates.size : 0)
    expect(kinds.filter(kind => kind === 'refused')).toHaveLength(tried)
    expect(emulator.violations).toEqual([])
  } finally {
    await deployment.close()
    await emulator.close()
  }
})

test('there are at least a dozen of them, and each kind is among them', () => {
  const kinds = builtInPlaybooks().map(({ kind }) => kind)
  expect(kinds.filter(kind => kind === 'incident').length).toBeGreaterThanOrEqual(12)
  expect(new Set(kinds)).toEqual(new Set(['incident', 'readiness', 'part']))
})
