import { Octokit } from '@octokit/rest'

/** Octokit without Probot's plug-ins: they would repeat mutations, and queue them for longer than a lease lives. */
export const requestWith = (token: string, baseUrl: string | null) =>
  new Octokit({ auth: token, ...(baseUrl === null ? {} : { baseUrl }) }).request
