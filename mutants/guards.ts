import { channelGuards } from './channel-guards.ts'

/** A guard of the design, how to take it away, and where its loss should be noticed. */
export type Guard = {
  readonly name: string
  readonly without: string
  /** Each `from` must stand in its file exactly once. */
  readonly patches: readonly { readonly file: string; readonly from: string; readonly to: string }[]
  /** The test files to run, and a part of the names of the tests in them. */
  readonly tests: readonly string[]
  readonly named?: string
}

const prefix = 'test/laws/any-prefix.test.ts'
const writers = 'test/laws/two-writers.test.ts'

/** Every guard that keeps a promise of the design. */
export const guards: readonly Guard[] = [
  ...channelGuards,
  {
    name: 'restoring swap',
    without: 'a record is put back wherever its branch stands by now',
    patches: [
      {
        file: 'src/operations/restore-record.ts',
        from: 'beforeOid: from ?? none, afterOid: to',
        to: 'afterOid: to',
      },
    ],
    tests: ['test/operations/operation.test.ts'],
  },
  {
    name: 'restoring loses nothing',
    without: 'a record is put back although ours went on from where it stands',
    patches: [
      {
        file: 'src/adapters/github/read/is-restorable.ts',
        from: '!goesOnFrom(there.raw, view)',
        to: 'false',
      },
    ],
    tests: ['test/drills/rolled-back.test.ts'],
    named: 'we went on',
  },
  {
    name: 'swap',
    without: 'events are sent on whatever head there is',
    patches: [
      {
        file: 'src/adapters/github/ledger/append.ts',
        from: '  const head = headOf(snapshot)\n',
        to: `  const latest = await github.query(
    'query Head($owner: String!, $repo: String!, $name: String!) { repository(owner: $owner, name: $repo) { ref(qualifiedName: $name) { target { oid } } } }',
    { owner: snapshot.repository.owner, repo: snapshot.repository.name, name: 'refs/heads/incident/' + snapshot.declaredOn.number },
  )
  const head = (latest as any).data?.repository?.ref?.target?.oid ?? headOf(snapshot)
`,
      },
    ],
    tests: [writers],
    named: 'app and action',
  },
  {
    name: 'lease',
    without: 'whoever sees that something is owed makes it',
    patches: [
      {
        file: 'src/planner/leases.ts',
        from: '  const lease = leaseOver(creation.cause, leases)\n  if (lease === null',
        to: "  if (!run.unclear.has(keyOf(creation))) return { is: 'mine' }\n  const lease = leaseOver(creation.cause, leases)\n  if (lease === null",
      },
      {
        file: 'src/reconcile/execute.ts',
        from: '  if (run.ledgerNotWritable !== null || view.ledger',
        to: '  if (1 < 2 || view.ledger',
      },
    ],
    tests: [writers],
    named: 'app and action',
  },
  {
    name: 'cause',
    without: 'everything is owed by the declaration',
    patches: [
      {
        file: 'src/rules/checklist.ts',
        from: 'open(incident, view, step, lineSince(view, step.cause))',
        to: 'open(incident, view, step, lineSince(view, 1))',
      },
    ],
    tests: ['test/laws/growing.test.ts'],
  },
  {
    name: 'judged',
    without: 'another run’s lease is judged by the moment of the plan',
    patches: [
      {
        file: 'src/planner/leases.ts',
        from: 'if (!isOurs) return isBefore(asked, lease.until)',
        to: 'if (!isOurs) return isBefore(now, lease.until)',
      },
    ],
    tests: ['test/planner/leases.test.ts', 'test/laws/slow-read.test.ts'],
  },
  {
    name: 'same run',
    without: 'a run that GitHub asked to wait ends',
    patches: [
      {
        file: 'src/reconcile/reconcile.ts',
        from: "if (ended.is !== 'limited' || run.committed === null",
        to: "if (1 < 2 || ended.is !== 'limited' || run.committed === null",
      },
    ],
    tests: ['test/runtime/same-run.test.ts'],
  },
  {
    name: 'brake',
    without: 'creations are not counted',
    patches: [
      {
        file: 'src/reconcile/execute.ts',
        from: '  ports.brake.count(countOf(batch), now)\n',
        to: '',
      },
    ],
    tests: ['test/runtime/same-run.test.ts'],
  },
  {
    name: 'quiet for a minute',
    without: 'a resync passes over what moved just before it was read',
    patches: [
      {
        file: 'src/runtime/settled-memory.ts',
        from: '(sight.moved === null || isBefore(later(sight.moved, lag), asked))',
        to: '(sight.moved === null || 1 < 2)',
      },
    ],
    tests: ['test/runtime/settled-memory.test.ts'],
  },
  {
    name: 'unclear',
    without: 'a creation without a clear answer is made again at once',
    patches: [
      {
        file: 'src/reconcile/execute.ts',
        from: 'run.unclear.add(keyOf(outcome.operation))',
        to: 'run.unclear.delete(keyOf(outcome.operation))',
      },
    ],
    tests: ['test/laws/in-flight.test.ts'],
  },
  {
    name: 'overlay',
    without: 'what this run made is forgotten at the next read',
    patches: [
      {
        file: 'src/reconcile/read-view.ts',
        from: 'const view = applyOptimistic(answer.snapshot, run.done)',
        to: 'const view = answer.snapshot',
      },
    ],
    tests: [writers],
    named: 'some reads stale',
  },
  {
    name: 'watermark',
    without: 'it moves on although a reply has not been seen',
    patches: [
      {
        file: 'src/planner/watermark.ts',
        from: 'return [snapshot.now, ...unseen].reduce',
        to: 'return [snapshot.now, ...unseen].slice(0, 1).reduce',
      },
    ],
    tests: [prefix],
    named: 'killed',
  },
  {
    name: 'truncation',
    without: 'a ledger that GitHub cut short is taken as whole',
    patches: [
      {
        file: 'src/adapters/github/ledger/read-ledger.ts',
        from: "if (blob?.isTruncated !== false || typeof blob.text !== 'string') return broken(`events/",
        to: "if (typeof blob?.text !== 'string') return broken(`events/",
      },
      {
        file: 'src/adapters/github/ledger/read-ledger.ts',
        from: "if (blob?.isTruncated !== false || typeof blob.text !== 'string') return broken('lease",
        to: "if (typeof blob?.text !== 'string') return broken('lease",
      },
    ],
    tests: ['test/adapters/github'],
  },
  {
    name: 'commit author',
    without: 'whoever can push writes the record',
    patches: [
      {
        file: 'src/adapters/github/ledger/read-ledger.ts',
        from: 'const foreign = written.findLastIndex(commit => !isCommitOfOurs(commit, ours))',
        to: 'const foreign = -1 + 0 * written.length * ours.length',
      },
    ],
    tests: ['test/drills/forgery.test.ts'],
  },
  {
    name: 'marker author',
    without: 'a step is known by its marker alone',
    patches: [
      {
        file: 'src/domain/view/index-snapshot.ts',
        from: '  if (!isOurs(snapshot, child.author)) return null\n',
        to: '',
      },
    ],
    tests: ['test/drills/forgery.test.ts'],
  },
  {
    name: 'actor id',
    without: 'people are told apart by login',
    patches: [
      {
        file: 'src/domain/terms/person.ts',
        from: 'a !== null && b !== null && a.id === b.id',
        to: 'a !== null && b !== null && a.login === b.login',
      },
    ],
    tests: ['test/drills', 'test/domain'],
    named: 'renam|login',
  },
  {
    name: 'board author',
    without: 'the board is found by its marker alone',
    patches: [
      {
        file: 'src/adapters/github/read/board.ts',
        from: "comments.find(({ by, body }) => isOneOf(ours, by) && findMarker(body, 'board')?.incident === incident)",
        to: "comments.find(({ body }) => findMarker(body, 'board')?.incident === incident)",
      },
    ],
    tests: ['test/drills/forgery.test.ts', 'test/adapters/github'],
  },
  {
    name: 'orders by e-mail',
    without: 'who pretends to be the sender of an e-mail takes command',
    patches: [
      {
        file: 'src/commands/command.ts',
        from: 'if (byEmail && onGitHubOnly.includes(permission))',
        to: 'if (byEmail && onGitHubOnly.length === 0)',
      },
    ],
    tests: ['test/commands/parse/obey.test.ts'],
  },
  {
    name: 'talk',
    without: 'every line that begins with a slash and a word is answered',
    patches: [
      {
        file: 'src/commands/parse/line.ts',
        from: "  return isName && (text === '' || near !== null) ? ",
        to: '  return isName ? ',
      },
    ],
    tests: ['test/commands/parse/comment.test.ts'],
    named: 'talk',
  },
  {
    name: 'below a quotation',
    without: 'what GitHub shows within a quotation is carried out',
    patches: [
      {
        file: 'src/commands/parse/open-blocks.ts',
        from: "some(one => one.is === 'quotation') ? 'quotation' : 'list'",
        to: "some(one => one.is === 'quotation') ? 'text' : 'list'",
      },
    ],
    tests: ['test/commands/parse/comment.test.ts'],
    named: 'carried out',
  },
  {
    name: 'sentences',
    without: 'a sentence in which a command is a word is recorded',
    patches: [
      {
        file: 'src/commands/args/args.ts',
        from: "    const isProse = key !== 'text' && (readsOn(text) || /\\?$/.test(text))\n",
        to: '    const isProse = false\n',
      },
    ],
    tests: ['test/commands/parse/obey.test.ts'],
    named: 'in a sentence',
  },
  {
    name: 'talk is read once',
    without: 'what was read in vain is read by every run',
    patches: [{ file: 'src/commands/parse/talk.ts', from: '  if (talk.has(digest)) return []\n', to: '' }],
    tests: ['test/commands/parse/talk.test.ts'],
  },
  {
    name: 'pauses between comments',
    without: 'one incident’s comments keep all others waiting',
    patches: [{ file: 'src/planner/read-talk.ts', from: '      yield\n', to: '' }],
    tests: ['test/planner/read-talk.test.ts'],
  },
  {
    name: 'what is looked for ahead',
    without: 'each opening of a comment of HTML looks for its end anew',
    patches: [
      {
        file: 'src/commands/parse/stretches.ts',
        from: '    if (known !== undefined && (known === -1 || known >= from)) return known\n',
        to: '',
      },
    ],
    tests: ['test/commands/parse/linear.test.ts'],
    named: 'open comments',
  },
  {
    name: 'quoted mail',
    without: 'what an e-mail quotes is an order of its writer',
    patches: [
      {
        file: 'src/commands/parse/email.ts',
        from: '[0, 1, 2, 3].some(more => introductionAt(lines, at + more) === at)',
        to: '[0, 1, 2, 3].some(more => introductionAt(lines, at + more) === -1)',
      },
    ],
    tests: ['test/commands/parse/email.test.ts'],
  },
  {
    name: 'going home finishes nothing',
    without: 'talk of going home on a step’s page finishes the step',
    patches: [{ file: 'src/commands/done.ts', from: ' && endsWork(note)', to: ' && endsWork(note) && 1 > 2' }],
    tests: ['test/commands/done.test.ts'],
  },
  {
    name: 'no time is passed over',
    without: 'a time that cannot be read is noted as now',
    patches: [
      {
        file: 'src/domain/terms/time/read-time.ts',
        from: "  if (hasLeadingClock(head)) return unclear(start, 'unread')\n",
        to: '',
      },
    ],
    tests: ['test/domain/terms/time'],
  },
  {
    name: 'the day behind the clock',
    without: 'a day that stands behind the clock is dropped, and today recorded',
    patches: [
      {
        file: 'src/domain/terms/time/phrase.ts',
        from: '    const found = pieceAt(text, next, pieces)\n',
        to: "    const found = has(pieces, 'clock') ? null : pieceAt(text, next, pieces)\n",
      },
    ],
    tests: ['test/domain/terms/time'],
  },
  {
    name: 'bots are not obeyed',
    without: 'the words of a bot are an order',
    patches: [{ file: 'src/planner/derive-events.ts', from: "    if (item.by?.kind === 'bot') return []\n", to: '' }],
    tests: ['test/drills/forgery.test.ts'],
    named: 'bot',
  },
  {
    name: 'retry off',
    without: 'octokit may repeat a mutation',
    patches: [
      {
        file: 'src/adapters/github/client/wire.ts',
        from: "    if (gate.shut) throw new Error('a request is sent once')\n",
        to: '',
      },
      {
        file: 'src/adapters/github/client/wire.ts',
        from: 'request: { retries: 0, signal: stop.signal, fetch }',
        to: 'request: { signal: stop.signal, fetch }',
      },
    ],
    tests: ['test/adapters/github/client.test.ts'],
  },
  {
    name: 'visibility',
    without: 'a repository that is not private is written to',
    patches: [
      {
        file: 'src/planner/plan.ts',
        from: "  if (visibility === 'public' || (visibility === 'internal' && !snapshot.today.allowInternal)) return 'not-private'\n",
        to: '',
      },
    ],
    tests: ['test/drills/visibility.test.ts'],
  },
  {
    name: 'visibility of each answer',
    without: 'a repository that is opened while a run writes is written to all the same',
    patches: [
      {
        file: 'src/reconcile/execute.ts',
        from: "  if (applied.exposed) return { is: 'end', ended: { is: 'halted', why: 'not-private' } }\n",
        to: '',
      },
    ],
    tests: ['test/drills/visibility.test.ts'],
  },
  {
    name: 'edited by another',
    without: 'a comment counts as its author’s, whoever edited it',
    patches: [
      {
        file: 'src/planner/derive-events.ts',
        from: "return item.editor !== null && item.editor.id === item.by?.id ? 'by-author' : 'by-other'",
        to: "return item.editor === undefined ? 'by-other' : 'by-author'",
      },
    ],
    tests: ['test/drills/forgery.test.ts'],
  },
  {
    name: 'taken once',
    without: 'a source already in the ledger is weighed again',
    patches: [
      {
        file: 'src/planner/derive-events.ts',
        from: 'if (handled.has(source.item.id) || now === null) continue',
        to: 'if ((handled.size < 0) || now === null) continue',
      },
    ],
    tests: ['test/laws/settled.test.ts'],
  },
  {
    name: 'whole reads',
    without: 'an absence in half an answer counts',
    patches: [
      {
        file: 'src/planner/plan.ts',
        from: "return snapshot.complete ? null : 'incomplete'",
        to: 'return snapshot.complete ? null : null',
      },
    ],
    tests: ['test/planner/plan.test.ts', 'test/laws/whole-reads.test.ts'],
  },
  {
    name: 'secrets',
    without: 'what looks like a credential is recorded',
    patches: [
      {
        file: 'src/adapters/secrets/without-secrets.ts',
        from: '  const found = await secretsIn(text)\n',
        to: '  const found = (await secretsIn(text)).slice(0, 0)\n',
      },
    ],
    tests: ['test/adapters/github', 'test/drills'],
    named: 'secret',
  },
  {
    name: 'secrets, whole',
    without: 'what a rule leaves of a token stays in the record',
    patches: [
      {
        file: 'src/adapters/secrets/whole-tokens.ts',
        from: 'one.exact ? one.range : wholeToken(text, one.range, last?.range[1] ?? 0)',
        to: 'one.range',
      },
    ],
    tests: ['test/adapters/secrets/without-secrets.test.ts'],
    named: 'what belongs to a token goes with it',
  },
  {
    name: 'secrets, name of a name',
    without: 'a name that is the value of another one has no value of its own',
    patches: [
      {
        file: 'src/adapters/secrets/named-values.ts',
        from: 'if (name.start < past && name.end < past) continue',
        to: 'if (name.start < past) continue',
      },
    ],
    tests: ['test/adapters/secrets/others.test.ts'],
    named: 'the value of one name that is the name of another',
  },
  {
    name: 'secrets, undecorated',
    without: 'a token with a mark in it is none',
    patches: [
      {
        file: 'src/adapters/secrets/without-secrets.ts',
        from: '  const plain = plainOf(text)\n',
        to: '  const plain = { ...plainOf(text), text }\n',
      },
    ],
    tests: ['test/adapters/secrets/kinds.test.ts'],
    named: 'no decoration hides a token',
  },
  {
    name: 'secrets, in talk',
    without: 'nobody is told of a secret in a comment without commands',
    patches: [
      {
        file: 'src/planner/derive-events.ts',
        from: '    if (item.secrets.length === 0) return events\n',
        to: '    if (events.length === 0 || item.secrets.length === 0) return events\n',
      },
    ],
    tests: ['test/drills/secrets.test.ts'],
    named: 'talk with a secret in it',
  },
  {
    name: 'redaction, by two',
    without: 'one person alone has any comment deleted',
    patches: [
      {
        file: 'src/commands/redact.ts',
        from: 'if (comment.kinds.length > 0 ||',
        to: 'if (comment.kinds.length >= 0 ||',
      },
    ],
    tests: ['test/commands/redact.test.ts', 'test/drills/redact.test.ts'],
    named: 'somebody else',
  },
  {
    name: 'redaction, under a legal hold',
    without: 'a comment is deleted before counsel has preserved it',
    patches: [{ file: 'src/commands/redact.ts', from: 'if (known.legalHold)', to: 'if (known.legalHold === null)' }],
    tests: ['test/commands/redact.test.ts', 'test/drills/redact.test.ts'],
    named: 'counsel',
  },
  {
    name: 'redaction, of what is old',
    without: 'a comment from before the window is never looked for, and stays',
    patches: [
      {
        file: 'src/adapters/github/read/read.ts',
        from: 'const since = Math.min(window, ...toBeDeleted(seeable))',
        to: 'const since = Math.min(window, ...toBeDeleted(seeable).slice(0, 0))',
      },
    ],
    tests: ['test/drills/redact.test.ts'],
    named: 'older than what a read looks at',
  },
  {
    name: 'redaction, of what was not read',
    without: 'a comment that was not read counts as gone',
    patches: [
      {
        file: 'src/planner/deletions.ts',
        from: 'readFrom === null || !isBefore(written, readFrom)',
        to: 'readFrom === null || !isBefore(written, written)',
      },
    ],
    tests: ['test/planner/deletions.test.ts', 'test/drills/redact.test.ts'],
    named: 'is not known where the read begins',
  },
  {
    name: 'redaction, of what is not shown yet',
    without: 'a comment that a list does not show yet counts as gone',
    patches: [
      {
        file: 'src/planner/deletions.ts',
        from: '(isOld(view, decided) || hasLater(view, decided))',
        to: '(isOld(view, decided) || hasLater(view, decided) || 1 < 2)',
      },
    ],
    tests: ['test/planner/deletions.test.ts'],
  },
  {
    name: 'redaction, refused',
    without: 'nobody is told that GitHub did not let a comment be deleted',
    patches: [
      {
        file: 'src/planner/plan.ts',
        from: "  if (operation.do === 'delete-comment') return refusedDeletion(operation, incident, view, run)\n",
        to: "  if (operation.do === 'delete-comment') return refusedDeletion(operation, incident, view, run).slice(0, 0)\n",
      },
    ],
    tests: ['test/drills/redact.test.ts'],
    named: 'whoever asked is told',
  },
  {
    name: 'doubt',
    without: 'one refusal of the record is believed, and told',
    patches: [
      {
        file: 'src/reconcile/execute.ts',
        from: '    if (run.refusals.records === 1) {',
        to: '    if (run.refusals.records === 0) {',
      },
      {
        file: 'src/reconcile/execute.ts',
        from: "    if (!run.lasting) return { is: 'end', ended: { is: 'halted', why: 'ledger-refused' } }\n",
        to: '',
      },
    ],
    tests: ['test/runtime/app.test.ts'],
    named: 'for good',
  },
  {
    name: 'the same way',
    without: 'whatever failed before, a refused record is said to last',
    patches: [
      {
        file: 'src/runtime/retries.ts',
        from: 'return row.how === how ? row.same : 0',
        to: 'return row.failures',
      },
    ],
    tests: ['test/runtime/work-job.test.ts'],
  },
  {
    name: 'no mere waiting',
    without: 'a run that waited believes that the record is refused',
    patches: [
      {
        file: 'src/runtime/process-incident.ts',
        from: 'lasting || wasRefused(before)',
        to: 'lasting || wasRefused(before) || true',
      },
    ],
    tests: ['test/runtime/process-incident.test.ts'],
    named: 'only waited',
  },
  {
    name: 'looking again',
    without: 'a run that failed is dropped',
    patches: [
      {
        file: 'src/runtime/work-job.ts',
        from: '  worker.addLater({ ...next, notBefore: later(now, seconds) }, now)\n',
        to: '  later(now, seconds)\n',
      },
    ],
    tests: ['test/runtime/app.test.ts'],
    named: 'no token',
  },
  {
    name: 'tenants apart',
    without: 'whatever goes wrong in one tenant ends the resync',
    patches: [
      {
        file: 'src/runtime/resync.ts',
        from: '    failed(error)\n    return null\n',
        to: '    failed(error)\n    throw error\n',
      },
    ],
    tests: ['test/runtime/resync.test.ts'],
  },
  {
    name: 'a line for each',
    without: 'all installations wait in one line',
    patches: [
      {
        file: 'src/runtime/sweep-line.ts',
        from: '      const line = lines.get(job.installation) ?? { waiting: new Map(), underWay: new Map() }\n      lines.set(job.installation, line)\n',
        to: '      const line = lines.get(1) ?? { waiting: new Map(), underWay: new Map() }\n      lines.set(job.installation, line)\n',
      },
    ],
    tests: ['test/runtime/sweep-line.test.ts'],
  },
  {
    name: 'its own end',
    without: 'whichever job of an incident ends frees the place of another',
    patches: [
      {
        file: 'src/runtime/sweep-line.ts',
        from: 'one.job === ended || one.wasWaitedFor',
        to: 'one.job.number === ended.number',
      },
    ],
    tests: ['test/runtime/sweep-line.test.ts'],
  },
  {
    name: 'whom it concerns',
    without: 'every repository of an installation is asked about its rulesets',
    patches: [{ file: 'src/runtime/resync.ts', from: 'if (look.isInUse) await', to: 'await' }],
    tests: ['test/drills/rulesets.test.ts'],
  },
  {
    name: 'tenants at once',
    without: 'tenants are looked at one after the other',
    patches: [{ file: 'src/runtime/tenants.ts', from: 'const tenantsAtOnce = 20', to: 'const tenantsAtOnce = 1' }],
    tests: ['test/runtime/tenants.test.ts'],
  },
  {
    name: 'parts are not the whole',
    without: 'what GitHub gave up is taken as it came',
    patches: [
      {
        file: 'src/adapters/github/client/narrower.ts',
        from: '  return isTooMuch(answer) && size > 1 ?',
        to: '  return isTooMuch(answer) && size > 100 ?',
      },
    ],
    tests: ['test/adapters/github/narrower.test.ts'],
  },
  {
    name: 'the door',
    without: 'whatever is sent is read to its end',
    patches: [
      {
        file: 'src/runtime/web-door.ts',
        from: '      if (length > mostBytes) return end(tooLong)\n',
        to: '',
      },
    ],
    tests: ['test/runtime/web-door.test.ts'],
  },
  {
    name: 'marker',
    without: 'a step’s marker is believed whoever wrote it',
    patches: [
      {
        file: 'src/runtime/event-target.ts',
        from: "text(author.type) === 'Bot' ? [text(issue.body), before] : []",
        to: '[text(issue.body), before]',
      },
    ],
    tests: ['test/runtime/event-target.test.ts'],
  },
  {
    name: 'label',
    without: 'the label of an incident is left off once it was asked about',
    patches: [{ file: 'src/rules/labels.ts', from: 'isKindLabel(incident, label) ?', to: '1 > 2 ?' }],
    tests: ['test/rules/labels.test.ts'],
  },
  {
    name: 'commanded',
    without: 'an issue without its label is not looked at for a command',
    patches: [
      {
        file: 'src/runtime/event-target.ts',
        from: 'parents.length > 0 || isIncident || commanded',
        to: 'parents.length > 0 || isIncident',
      },
    ],
    tests: ['test/runtime/event-target.test.ts'],
  },
  {
    name: 'the parser decides',
    without: 'only what begins like a command is looked at on a page of ours',
    patches: [
      {
        file: 'src/runtime/event-target.ts',
        from: "maybeCommand.test(said) ? 'command'",
        to: "begun.test(said) ? 'command'",
      },
    ],
    tests: ['test/runtime/event-target.test.ts'],
  },
  {
    name: 'what to type',
    without: 'people are told to type a command that there is not',
    patches: [
      {
        file: 'src/messages/notice.ts',
        from: 'Then comment \\`/ic\\`',
        to: 'Then comment \\`/page\\`',
      },
    ],
    tests: ['test/drills/undeclared.test.ts'],
  },
  {
    name: 'trace',
    without: 'an assignment of ours is explained by any record',
    patches: [
      {
        file: 'src/domain/view/doubt.ts',
        from: 'return item.who === null || known.people.has(item.who.id)',
        to: 'return true',
      },
    ],
    tests: ['test/domain/view/doubt.test.ts'],
  },
  {
    name: 'anew',
    without: 'without a record pages of ours are nothing to ask about',
    patches: [
      {
        file: 'src/domain/view/doubt.ts',
        from: "if (state === 'absent' || state === 'fresh') return hasTraces(view)",
        to: "if (state === 'absent' || state === 'fresh') return false",
      },
    ],
    tests: ['test/drills/rolled-back.test.ts'],
    named: 'the branch deleted',
  },
  {
    name: 'activity',
    without: 'whoever pushes moves the record on',
    patches: [
      {
        file: 'src/domain/view/judge-activity.ts',
        from: "else if (isOurs && one.type === 'push'",
        to: "else if (one.type !== 'other'",
      },
    ],
    tests: ['test/domain/view/judge-activity.test.ts'],
  },
  {
    name: 'made again',
    without: 'what is taken away is made again without end',
    patches: [
      {
        file: 'src/manual-changes/removed.ts',
        from: 'if (timesMadeAgain(incident, removal) < patience) {',
        to: 'if (timesMadeAgain(incident, removal) >= 0) {',
      },
    ],
    tests: ['test/drills/made-again.test.ts'],
  },
  {
    name: 'after the end',
    without: 'a closed incident is changed by hand as an open one',
    patches: [
      {
        file: 'src/manual-changes/after-end.ts',
        from: 'if (ended === null) return null',
        to: 'if (1 < 2) return null',
      },
    ],
    tests: ['test/manual-changes/after-end.test.ts'],
  },
  {
    name: 'day ahead',
    without: 'a clock before a day that cannot be read is noted as today',
    patches: [
      {
        file: 'src/domain/terms/time/read-time.ts',
        from: 'return isToday && isDayAhead(',
        to: 'return !isToday && isDayAhead(',
      },
    ],
    tests: ['test/domain/terms/time/day-ahead.test.ts'],
  },
  {
    name: 'one on a line',
    without: 'a second command on a line goes into the reason of the first',
    patches: [
      {
        file: 'src/commands/parse/line.ts',
        from: "if (name === 'timeline' || name === 'help' || !text.includes('/')) return null",
        to: "if (name !== '') return null",
      },
    ],
    tests: ['test/commands/parse/vanishing.test.ts'],
  },
  {
    name: 'columns',
    without: 'a password in a table stays',
    patches: [
      {
        file: 'src/adapters/secrets/without-secrets.ts',
        from: '    ...columnsIn(plain.text),\n',
        to: '',
      },
    ],
    tests: ['test/adapters/secrets/others.test.ts'],
  },
  {
    name: 'said to be gone',
    without: 'an issue that GitHub did not give is one that is gone',
    patches: [
      {
        file: 'src/adapters/github/read/whereabouts.ts',
        from: "kind?.__typename !== 'PullRequest' && errors.some(error => isSaidToBeMissing(error, 'issue'))",
        to: "kind?.__typename !== 'PullRequest' && errors.length >= 0",
      },
    ],
    tests: ['test/drills/stand-in.test.ts'],
    named: 'does not say that it is gone',
  },
  {
    name: 'alarm here',
    without: 'an alarm is written on the issue wherever it is',
    patches: [
      {
        file: 'src/planner/notices.ts',
        from: 'view.away ? firstPage(view) : view.issue',
        to: 'view.away ? view.issue : view.issue',
      },
    ],
    tests: ['test/drills/stand-in.test.ts'],
    named: 'the record is not to be decided from',
  },
  {
    name: 'declared id',
    without: 'the first step’s text says which issue the incident was',
    patches: [
      {
        file: 'src/adapters/github/read/stand-in.ts',
        from: 'named.find(one => incidentId(id, one) === declared)',
        to: 'named.find(one => incidentId(id, one) === declared && 1 > 2)',
      },
    ],
    tests: ['test/drills/stand-in.test.ts'],
    named: 'mallory edits the text',
  },
  {
    name: 'listed or gone',
    without: 'what a sweep was not given is passed over',
    patches: [
      {
        file: 'src/adapters/github/client/by-number.ts',
        from: 'if (broken !== undefined) return',
        to: 'if (broken !== undefined && 1 > 2) return',
      },
      {
        file: 'src/adapters/github/client/by-number.ts',
        from: '      else return partly\n',
        to: '',
      },
    ],
    tests: ['test/adapters/github/find.test.ts'],
  },
]
