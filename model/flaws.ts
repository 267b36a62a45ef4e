import { inTime, protocol, type Rules } from './rules.ts'
import { manualChange, opener } from './state.ts'
import type { Variant } from './verdict.ts'

const calm = { faults: 0, staleReads: false } as const

/** Where the first draft stood: each commit renewed the lease, and nothing else was said. */
const firstDraft: Rules = {
  ...protocol,
  lease: 'renewed',
  withoutNewEvents: 'does nothing',
  ownAnswersCount: false,
  afterUnclear: 'decide',
  looksAtLease: false,
  editsNeedLease: true,
}

const duplicate = /DUPLICATE/

/** The protocol with one rule broken: each shows the flaw that the rule is there for. Numbered as in docs/protocol.md. */
export const flaws: readonly Variant[] = [
  {
    name: '1 a run that owes only effects makes no commit, so never holds a lease',
    rules: { ...firstDraft, faults: 1, staleReads: false },
    shows: /I3/,
    states: 313,
    transitions: 555,
    finds: { 'I3 k1 missing': 5, 'I3 k2 missing': 5, 'I3 board stale': 5 },
  },
  {
    name: '2 a run that owes only effects acts without a commit when no lease is live',
    rules: { ...protocol, withoutNewEvents: 'just acts', items: [opener], faults: 1, staleReads: false },
    shows: duplicate,
    states: 229,
    transitions: 421,
    finds: { 'I7 two runs make one thing': 5, 'DUPLICATE k1': 7 },
  },
  {
    name: '3 each commit renews the lease, and so takes a live one',
    rules: { ...protocol, ...calm, lease: 'renewed' },
    shows: duplicate,
    states: 1320,
    transitions: 2169,
    finds: { 'I7 two runs make one thing': 6, 'DUPLICATE k1': 8 },
  },
  {
    name: '4 the settling read is trusted about our own writes',
    rules: { ...protocol, ownAnswersCount: false, faults: 0 },
    shows: duplicate,
    states: 996,
    transitions: 2024,
    finds: { 'DUPLICATE r': 7 },
  },
  {
    name: '5 after an unclear creation, read and decide',
    rules: { ...protocol, afterUnclear: 'decide', faults: 1 },
    shows: duplicate,
    states: 1217,
    transitions: 3062,
    finds: { 'DUPLICATE k1': 6 },
  },
  {
    name: '6 the lease is not looked at before each creation',
    rules: { ...protocol, ...calm, looksAtLease: false },
    shows: duplicate,
    states: 1445,
    transitions: 2411,
    finds: { 'I7 two runs make one thing': 6, 'DUPLICATE k1': 8 },
  },
  {
    name: '7 STALE_DATA is answered with the new head and the same events',
    rules: { ...protocol, onStaleHead: 'send again', faults: 0 },
    shows: /I1/,
    states: 1040,
    transitions: 1758,
    finds: { 'I1 event of c1 twice': 6, 'I7 two runs make one thing': 6 },
  },
  {
    name: '8 no lease at all',
    rules: { ...protocol, ...calm, lease: 'none' },
    shows: duplicate,
    states: 244,
    transitions: 351,
    finds: { 'I7 two runs make one thing': 4, 'DUPLICATE k1': 6 },
  },
  {
    name: '9 the watermark is the moment of the commit',
    rules: { ...inTime, watermarkFrom: 'commit', faults: 0 },
    shows: /I4/,
    states: 1777,
    transitions: 3582,
    finds: { 'I4 watermark hides c2': 7 },
  },
  {
    name: '10 replies to all refusals are looked for in the window',
    rules: { ...inTime, repliesFor: 'all', faults: 0 },
    shows: /I3|DUPLICATE/,
    states: 13811,
    transitions: 28537,
    finds: { 'I3 r twice': 10 },
  },
  {
    name: '11 only replies to refusals inside the window are looked for',
    rules: { ...inTime, repliesFor: 'window', faults: 1 },
    shows: /I3/,
    states: 10898,
    transitions: 27026,
    finds: { 'I3 r missing': 8 },
  },
  {
    name: '12 the watermark never moves back',
    rules: { ...inTime, watermarkOnlyGrows: true, faults: 1 },
    shows: /I3/,
    states: 24336,
    transitions: 69389,
    finds: { 'I3 r missing': 10 },
  },
  {
    name: '13 duplicates are not closed, and a sender pauses past its lease',
    rules: { ...protocol, ...calm, closesDuplicates: false, world: 'pause', items: [opener] },
    shows: /I3/,
    states: 788,
    transitions: 1877,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE k1': 10, 'DUPLICATE k2': 12, 'I3 k1 open twice': 16 },
  },
  {
    name: '14 a lease is given back when its run ends',
    rules: { ...protocol, givesLeasesBack: true, items: [opener], faults: 1, staleReads: false },
    shows: duplicate,
    states: 846,
    transitions: 2066,
    finds: { 'DUPLICATE k1': 9 },
  },
  {
    name: '15 a lease is judged when the last page of the read is there',
    rules: { ...protocol, ...calm, leaseJudgedBy: 'answer', items: [opener] },
    shows: duplicate,
    states: 162,
    transitions: 292,
    finds: { 'DUPLICATE k1': 10 },
  },
  {
    name: '16 what is asked for later is owed by the first event of all',
    rules: { ...protocol, ...calm, secondChild: 'g, owed by c1', items: [opener, manualChange] },
    shows: /I8/,
    states: 40,
    transitions: 51,
    finds: { 'I8 what an event asks for is left to another run': 5 },
  },
  {
    name: '17 a thing is owed by the latest event that asks for it',
    rules: { ...protocol, ...calm, secondChild: 'both, owed by the latest', items: [opener, manualChange] },
    shows: duplicate,
    states: 625,
    transitions: 1153,
    finds: { 'I7 two runs make one thing': 6, 'DUPLICATE k2': 9 },
  },
]
