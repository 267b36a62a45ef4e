import { flaws } from './flaws.ts'
import { inTime, protocol } from './rules.ts'
import { manualChange, opener, refused } from './state.ts'
import type { Variant } from './verdict.ts'

/** The protocol as it stands: everything holds, and no duplicate is ever made. */
export const holding: readonly Variant[] = [
  {
    name: 'c1 c2 g, 1 fault',
    rules: { ...protocol, faults: 1 },
    states: 1169256,
    transitions: 6947974,
    finds: {},
    mostReads: 4,
  },
  {
    name: 'c1 c2 g, 2 faults',
    rules: protocol,
    states: 5039038,
    transitions: 34441032,
    finds: {},
  },
  {
    name: 'c1 c2, 2 faults',
    rules: { ...protocol, items: [opener, refused] },
    states: 565262,
    transitions: 3751609,
    finds: {},
    mostReads: 3,
  },
  {
    name: 'c1 g, 2 faults',
    rules: { ...protocol, items: [opener, manualChange] },
    states: 78992,
    transitions: 554427,
    finds: {},
  },
  {
    name: 'c2 g, 2 faults',
    rules: { ...protocol, items: [refused, manualChange] },
    states: 27125,
    transitions: 180573,
    finds: {},
  },
  {
    name: 'window, clock and late visibility, c1 c2, 2 faults',
    rules: inTime,
    states: 1006385,
    transitions: 5820043,
    finds: {},
  },
  {
    name: 'growing: c1 asks for k1 and g for k2, 1 fault',
    rules: { ...protocol, secondChild: 'g', items: [opener, manualChange], faults: 1 },
    states: 68613,
    transitions: 409969,
    finds: {},
    mostReads: 3,
  },
  {
    name: 'growing: c1 asks for k1 and g for k2, 2 faults',
    rules: { ...protocol, secondChild: 'g', items: [opener, manualChange] },
    states: 210913,
    transitions: 1445439,
    finds: {},
  },
  {
    name: 'a read takes time, c1, 2 faults',
    rules: { ...protocol, leaseJudgedBy: 'sending', items: [opener] },
    states: 10718,
    transitions: 58067,
    finds: {},
  },
  {
    name: 'a read takes time, growing, 1 fault',
    rules: { ...protocol, leaseJudgedBy: 'sending', secondChild: 'g', items: [opener, manualChange], faults: 1 },
    states: 116850,
    transitions: 602452,
    finds: {},
  },
  {
    name: 'one lease for everything, c1 c2, 1 fault',
    rules: { ...protocol, lease: 'everything', items: [opener, refused], faults: 1 },
    states: 54509,
    transitions: 333047,
    finds: {},
  },
  {
    name: 'one lease for everything, c1 c2, 2 faults',
    rules: { ...protocol, lease: 'everything', items: [opener, refused] },
    states: 185937,
    transitions: 1317304,
    finds: {},
  },
]

/** The protocol where its assumption does not hold: duplicates are made; all but one pair of replies are repaired. */
export const unavoidable: readonly Variant[] = [
  {
    name: 'paused between look and send, c1, 2 faults',
    rules: { ...protocol, world: 'pause', items: [opener] },
    states: 388438,
    transitions: 2261256,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE k1': 10, 'DUPLICATE k2': 12 },
  },
  {
    name: 'paused between look and send, c1 c2, no fault',
    rules: { ...protocol, world: 'pause', items: [opener, refused], faults: 0 },
    states: 1562795,
    transitions: 7306116,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE k1': 10, 'DUPLICATE r': 10, 'DUPLICATE k2': 12 },
  },
  {
    name: 'reads lag longer than a lease, c1, 1 fault',
    rules: { ...protocol, world: 'lag', items: [opener], faults: 1 },
    states: 182660,
    transitions: 1053091,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE k1': 10, 'DUPLICATE k2': 12 },
  },
  {
    name: 'paused past lease and window, c1 c2, no fault',
    rules: { ...inTime, world: 'pause', faults: 0 },
    states: 470504,
    transitions: 1728203,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE r': 10, 'I3 r twice': 19 },
  },
  {
    name: 'the same, settling read from the first watermark',
    rules: { ...inTime, world: 'pause', faults: 0, settlingReadFrom: 'first watermark' },
    states: 473194,
    transitions: 1736847,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE r': 10, 'I3 r twice': 19 },
  },
  {
    name: 'reads lag longer than lease and window, c1 c2, no fault',
    rules: { ...inTime, world: 'lag', faults: 0 },
    states: 6632364,
    transitions: 27187746,
    finds: { 'I7 two runs make one thing': 7, 'DUPLICATE r': 10, 'I3 r twice': 20 },
  },
]

/** Everything that is explored, in the order in which it is printed. docs/protocol.md quotes these figures. */
export const variantGroups: readonly { title: string; variants: readonly Variant[] }[] = [
  { title: 'One rule broken', variants: flaws },
  { title: 'The protocol, where a lease outlives read lag and requests in flight', variants: holding },
  { title: 'The protocol, where it does not', variants: unavoidable },
]

export const variants: readonly Variant[] = variantGroups.flatMap(group => group.variants)
