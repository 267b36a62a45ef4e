import { accountById } from 'github-emulator'
import { expect, test } from 'vitest'
import { picture } from '../picture.ts'
import { beats, openScenario, type Scenario } from '../scenario.ts'

// Laws 1 and 7, over a whole scenario.

test('after each moment a new run of either deployment finds nothing to do, and writes nothing', async () => {
  const scenario = await openScenario({ memory: 0 })
  for (const moment of beats) {
    await scenario.play(moment)
    await scenario.rest()
    scenario.emulator.clock.advance(120_000)
    for (const identity of ['app', 'action'] as const) {
      const from = scenario.emulator.requests.length
      const outcome = await scenario.start(identity).run()
      expect([outcome.is, outcome.run.made, outcome.run.recorded]).toEqual(['settled', [], []])
      const asked = scenario.emulator.requests.slice(from)
      expect(asked.map(request => request.mutating)).toEqual([false])
    }
    scenario.emulator.clock.advance(-120_000)
  }
  expect(scenario.emulator.violations).toEqual([])
})

test('everything that is written changes something that people see, or records something', async () => {
  const scenario = await openScenario({ memory: 0, validate: false })
  const idle: string[] = []
  let looked = 0
  let last: { what: string; picture: string } | null = null
  const look = (what: string | null): void => {
    const now = JSON.stringify(picture(scenario.emulator))
    if (last !== null && last.picture === now) idle.push(last.what)
    if (what !== null) looked += 1
    last = what === null ? null : { what, picture: now }
  }
  scenario.emulator.pace = ({ request, alias }) => {
    const mine = request.identity !== 'app' && !request.identity.startsWith('user:')
    const field = alias === undefined ? '' : (request.aliases[alias - 1]?.field ?? '')
    look(mine && request.mutating && alias !== undefined ? `${request.operation} ${field}` : null)
  }
  for (const moment of beats) {
    await scenario.play(moment)
    await scenario.rest()
    look(null)
  }
  expect(idle).toEqual([])
  expect(looked).toBeGreaterThan(100)
})

test('the whole scenario mentions nobody but those who must act: the roster when it opens, whoever was refused, and whose time was understood by the zone of the configuration', async () => {
  const scenario = await openScenario({ memory: 0, validate: false })
  for (const moment of beats) {
    await scenario.play(moment)
    await scenario.rest()
  }
  expect(mentioned(scenario)).toEqual([
    'bot mentions dana on issue 1: ### sapphire-bas',
    'bot mentions erin on issue 1: ### sapphire-bas',
    'bot mentions mallory on issue 3: @mallory You ass',
    'bot mentions mallory on issue 1: @mallory `/sever',
    // the log was in local time, and nothing beside it said so
    'bot mentions alice on issue 1: @alice Noted for',
    'bot mentions mallory on issue 1: @mallory You clo',
    'bot mentions dana on issue 1: @dana Blocked fr',
    'bot mentions gwen on issue 10: @gwen `/done` wa',
    'bot mentions dana on issue 1: @dana **resolved',
  ])
})

/** Every mail that went out because a comment of the bot's named somebody, in order. */
const mentioned = ({ emulator }: Scenario): readonly string[] => {
  const { state } = emulator.world
  return state.mail
    .filter(mail => mail.reason === 'mention')
    .flatMap(mail => {
      const comment = mail.comment === null ? undefined : state.comments.get(mail.comment)
      if (comment === undefined || accountById(state, comment.authorId)?.type !== 'Bot') return []
      const number = state.issues.get(mail.issue)?.number
      return [`bot mentions ${accountById(state, mail.to)?.login} on issue ${number}: ${mail.body.slice(0, 16).trim()}`]
    })
}
