import { type Answer, invalid, ok } from '../http/answer.ts'
import { text } from './body.ts'
import { missing, numberIn } from './found.ts'
import { pageSize } from './pages.ts'
import { type Call, get, patch, post } from './route.ts'
import { attemptInFull, attemptInList } from './shapes/attempt.ts'

const asApp = { auth: 'app' } as const

const hookConfig = (call: Call): Answer => {
  const [hook] = call.shell.post.webhooks.subscriptions().filter(each => each.as === 'app')
  return ok({
    content_type: 'json',
    insecure_ssl: '0',
    url: hook?.url ?? '',
    ...(hook?.secret ? { secret: '********' } : {}),
  })
}

const changeHook = (call: Call): Answer => {
  const { webhooks } = call.shell.post
  const [hook] = webhooks.subscriptions().filter(each => each.as === 'app')
  const url = text(call.body, 'url') ?? hook?.url
  if (!url) return invalid('Hook', 'url', 'missing_field')
  const secret = text(call.body, 'secret') ?? hook?.secret ?? ''
  if (hook) Object.assign(hook, { url, secret })
  else webhooks.subscribe({ url, secret })
  return hookConfig(call)
}

/** The App's own deliveries, newest first. */
const attempts = (call: Call) => call.shell.post.log.filter(each => each.subscription.as === 'app').toReversed()

const deliveries = (call: Call): Answer => {
  const status = call.query.get('status')
  const from = Number(call.query.get('cursor') ?? Number.POSITIVE_INFINITY)
  const all = attempts(call).filter(({ id, code }) => id <= from && (!status || (status === 'success') === code < 400))
  const size = pageSize(call)
  const next = all[size]
  const url = new URL(call.url, call.shell.base)
  if (next) url.searchParams.set('cursor', String(next.id))
  return ok(all.slice(0, size).map(attemptInList), next ? { link: `<${url.href}>; rel="next"` } : {})
}

const attemptIn = (call: Call) => {
  const id = numberIn(call, 'delivery_id')
  const found = attempts(call).find(each => each.id === id)
  if (!found) throw missing()
  return found
}

const again = (call: Call): Answer => {
  // the answer does not wait for the delivery
  void call.shell.post.redeliver(attemptIn(call).delivery)
  return { status: 202, body: {} }
}

/** The App's webhook: where it goes, what was sent, and sending it again. */
export const hook = [
  get('/app/hook/config', hookConfig, asApp),
  patch('/app/hook/config', changeHook, asApp),
  get('/app/hook/deliveries', deliveries, asApp),
  get('/app/hook/deliveries/{delivery_id}', call => ok(attemptInFull(attemptIn(call))), asApp),
  post('/app/hook/deliveries/{delivery_id}/attempts', again, asApp),
]
