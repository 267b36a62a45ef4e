import { ok } from '../http/answer.ts'
import { issuesOf } from '../world/issues.ts'
import { timelineOf } from '../world/timeline.ts'
import { issueIn, missing, numberIn, viewOf, withIssues } from './found.ts'
import { page } from './pages.ts'
import { type Call, get } from './route.ts'
import { inEvents, inTimeline, issueEvent, timelineEntry } from './shapes/event.ts'
import { issue } from './shapes/issue.ts'

const root = '/repos/{owner}/{repo}/issues'

const events = (call: Call) => {
  const on = issueIn(call)
  return page(call, timelineOf(call.world.state, on.id).filter(inEvents), each => issueEvent(viewOf(call), on, each))
}

const timeline = (call: Call) => {
  const on = issueIn(call)
  return page(call, timelineOf(call.world.state, on.id).filter(inTimeline), each =>
    timelineEntry(viewOf(call), on, each),
  )
}

/** All events of a repository, newest first, each with its issue. */
const ofRepository = (call: Call) => {
  const home = withIssues(call)
  return issuesOf(call.world.state, home.id)
    .flatMap(on =>
      timelineOf(call.world.state, on.id)
        .filter(inEvents)
        .map(event => ({ on, event })),
    )
    .toSorted((a, b) => b.event.id - a.event.id)
}

const withIssue = (call: Call) => (each: ReturnType<typeof ofRepository>[number]) => ({
  ...issueEvent(viewOf(call), each.on, each.event),
  issue: issue(viewOf(call), each.on),
})

const one = (call: Call) => {
  const id = numberIn(call, 'event_id')
  const found = ofRepository(call).find(each => each.event.id === id)
  if (!found) throw missing()
  return ok(withIssue(call)(found))
}

/** What happened to issues. */
export const issueEvents = [
  get(`${root}/events`, call => page(call, ofRepository(call), withIssue(call)), { reads: 'list' }),
  get(`${root}/events/{event_id}`, one),
  get(`${root}/{issue_number}/events`, events, { reads: 'list' }),
  get(`${root}/{issue_number}/timeline`, timeline, { reads: 'list' }),
]
