import type { Emulator } from 'github-emulator'
import { z } from 'zod'
import { incidentLabel, readinessLabel } from '../domain/incident/labels.ts'
import { playbookLabel } from '../domain/intake/form.ts'
import { builtInPlaybooks } from '../domain/playbook/built-in.ts'
import { findMarker } from '../domain/text/marker.ts'
import { type Name, report } from './acme.ts'
import type { Action } from './beat.ts'
import { owner, repo } from './stage.ts'

/** One request of somebody's, as their browser would make it. A refusal is an error: the drill's people know what they may do. */
export type Ask = (who: Name, method: string, path: string, body?: object) => Promise<unknown>

/** Requests over the network, or by the emulator's own `fetch`. */
export const asks = (emulator: Emulator, fetch: typeof globalThis.fetch): Ask => {
  const tokens = new Map<Name, string>()
  return async (who, method, path, body) => {
    const token = tokens.get(who) ?? emulator.tokenFor(who)
    tokens.set(who, token)
    const response = await fetch(`${emulator.api}/repos/${owner}/${repo}${path}`, {
      method,
      headers: {
        authorization: `token ${token}`,
        accept: 'application/vnd.github+json',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} by ${who}: ${response.status} ${text.slice(0, 300)}`)
    return text === '' ? null : JSON.parse(text)
  }
}

const issue = z.object({ number: z.number(), body: z.string().nullish() })

/** The number of each step's page by incident and step, of those that somebody has looked up. */
export type Found = Map<string, number>

/** Does what a beat of the scenario says, and tells the incident's number. */
export const perform = async (ask: Ask, who: Name, action: Action, incident: number, found: Found): Promise<number> => {
  if (action.does === 'report') {
    // the form sets its labels for whoever fills it in
    const playbook = builtInPlaybooks().find(one => one.id === action.playbook)
    const kind = playbook?.kind === 'readiness' ? readinessLabel : incidentLabel
    const filled = { title: 'Report', body: report, labels: [kind, playbookLabel(action.playbook)] }
    return issue.parse(await ask(who, 'POST', '/issues', filled)).number
  }
  const number = action.on === null ? incident : await stepNumber(ask, who, incident, action.on, found)
  if (action.does === 'say') await ask(who, 'POST', `/issues/${number}/comments`, { body: action.text })
  if (action.does === 'assign') await ask(who, 'POST', `/issues/${number}/assignees`, { assignees: [action.whom] })
  if (action.does === 'close')
    await ask(who, 'PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' })
  return incident
}

/** A page keeps its number: the list, which is long, is read only for a step that nobody has looked up. */
const stepNumber = async (ask: Ask, who: Name, incident: number, step: string, found: Found): Promise<number> => {
  const key = (id: string): string => `${incident} ${id}`
  const known = found.get(key(step))
  if (known !== undefined) return known
  const children = issue.array().parse(await ask(who, 'GET', `/issues/${incident}/sub_issues?per_page=100`))
  for (const { number, body } of children) {
    const marker = findMarker(body ?? '', 'step')
    if (marker !== null) found.set(key(marker.key), number)
  }
  const number = found.get(key(step))
  if (number === undefined) throw new Error(`there is no sub-issue for ${step}`)
  return number
}
