import { Octokit } from '@octokit/rest'

/** Octokit without Probot's plug-ins: they would repeat mutations, and queue them for longer than a lease lives. */
export const requestWith = (token: string, baseUrl: string | null) =>
  new Octokit({ auth: token, log: silent, ...(baseUrl === null ? {} : { baseUrl }) }).request

/** Octokit would write each refused request to the console; every answer is a value here, and told where it counts. */
const nothing = (): void => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
