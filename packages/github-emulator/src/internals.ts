/** What the emulator's own tests look at beneath its front door. Nobody else should: it may change with any commit. */

export { checkRequest, checkResponse, checkWebhook } from './description/validate.ts'
export { executeGraphQL, NotEmulated, type Question, RequestCut } from './graphql/execute.ts'
export { portOf } from './http/server.ts'
export { routes } from './rest/routes.ts'
export { served } from './webhooks/served.ts'
export { compare, history, resolve } from './world/git/history.ts'
export { writeBlob, writeCommit, writeTag, writeTree } from './world/git/objects.ts'
export { noOid, updateRefs } from './world/git/refs.ts'
export { GitHubRefusal } from './world/refusal.ts'
export { fnmatch } from './world/rulesets.ts'
export { subIssuesSummary } from './world/sub-issues.ts'
export { checkpoint, createWorld, restore } from './world/world.ts'
