import { Hono } from 'hono'
import { controlRoutes } from '../controls/controls.ts'
import { pages } from '../controls/page.ts'
import { exchange } from '../exchange/exchange.ts'
import { parametersOf, routerPaths } from '../rest/route.ts'
import { routes } from '../rest/routes.ts'
import type { Shell, ShellEnv } from '../shell.ts'
import { fullName } from '../world/repositories.ts'

/** Clients ask under `/api/v3`, `/api/graphql` or neither: the routes know one path for all. */
const pathOf = (request: Request, shell: Shell | undefined): string => {
  const path =
    new URL(request.url).pathname.replace(/^\/api\/v3(?=\/|$)/, '').replace(/^\/api(?=\/graphql$)/, '') || '/'
  return path.replace(/^\/repositories\/(\d+)(?=\/|$)/, (all, id) => {
    const found = shell?.world.state.repositories.get(Number(id))
    return shell && found ? `/repos/${fullName(shell.world.state, found)}` : all
  })
}

/**
 * Every address that the embedded GitHub serves. One app for all emulators of a process: which of them is meant comes
 * with the request, as `env.shell`. Rejects with `ConnectionLost` where a fault takes the answer away.
 */
export const github = new Hono<ShellEnv>({ getPath: (request, options) => pathOf(request, options?.env?.shell) })

github.onError(error => {
  throw error
})
github.route('/_emulator', controlRoutes)
github.use(pages)
github.all('/graphql', ({ env, req }) => exchange(env.shell, req.raw, 'graphql', null))
for (const route of routes)
  github.on(route.method, routerPaths(route.path), ({ env, req }) =>
    exchange(env.shell, req.raw, 'rest', { route, params: parametersOf(route.path, req.param()) }),
  )
github.notFound(({ env, req }) => exchange(env.shell, req.raw, 'rest', null))
