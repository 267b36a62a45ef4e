import type { GitHub } from './client.ts'

/** The same GitHub for a dry run: whatever would change something there is a bug of ours, and is not sent. */
export const readOnly = (github: GitHub): GitHub => ({
  ...github,
  mutate: () => Promise.reject(new Error('a dry run sends no mutation')),
  rest: (route, parameters) =>
    route.startsWith('GET ')
      ? github.rest(route, parameters)
      : Promise.reject(new Error(`a dry run only reads, and this is ${route}`)),
})
